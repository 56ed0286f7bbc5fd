import type { InboundContent } from '../driver.ts';
import { blank, type ContentReader } from './content-reader.ts';
import { defined, type LooseObject, looseNumber, memberOf, objectOf, objectsIn, textOf } from './loose.ts';

function reply(kind: InboundContent['kind'], text: string, interactive: Record<string, unknown>): InboundContent {
  return { ...blank(kind, text), interactive: defined(interactive) };
}

/** A quick reply of a template. */
const readButton: ContentReader = (object) => {
  const text = textOf(object, 'text');
  const payload = textOf(object, 'payload');
  if (text === undefined && payload === undefined) return undefined;
  return reply('button-reply', text ?? payload ?? '', { type: 'button', text, payload });
};

const readInteractive: ContentReader = (object) => {
  const type = textOf(object, 'type') ?? Object.keys(object).find((key) => objectOf(object[key]));
  const member = type === undefined ? undefined : memberOf(object, type);
  if (type === undefined || !member) return undefined;
  const id = textOf(member, 'id');
  const title = textOf(member, 'title');
  switch (type) {
    case 'button_reply':
      return reply('button-reply', title ?? id ?? '', { type, id, title });
    case 'list_reply':
      return reply('list-reply', title ?? id ?? '', { type, id, title, description: textOf(member, 'description') });
    case 'nfm_reply':
      return readFlow(member);
    default:
      return reply('interactive', textOf(member, 'body') ?? title ?? '', { type, [type]: member });
  }
};

/** A flow's answer is JSON within JSON, and not always well formed. */
function readFlow(member: LooseObject): InboundContent {
  const text = textOf(member, 'body') ?? textOf(member, 'name') ?? '';
  const response = parsed(member.response_json);
  return reply('flow-reply', text, { type: 'nfm_reply', name: textOf(member, 'name'), response });
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const readOrder: ContentReader = (object) => {
  const items = objectsIn(object.product_items).map(orderLine);
  const words = items.map((item) => `${item.quantity ?? 1} × ${item.productId ?? '?'}`).join(', ');
  const catalogId = textOf(object, 'catalog_id');
  return reply('order', textOf(object, 'text') ?? words, { type: 'order', catalogId, items });
};

function orderLine(item: LooseObject) {
  return defined({
    productId: textOf(item, 'product_retailer_id'),
    quantity: looseNumber.parse(item.quantity),
    price: looseNumber.parse(item.item_price),
    currency: textOf(item, 'currency'),
  });
}

/** Types by which customers answer what was sent to them. */
export const replyContents: Readonly<Record<string, ContentReader>> = {
  button: readButton,
  interactive: readInteractive,
  order: readOrder,
};
