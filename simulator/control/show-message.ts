import { asObject, asText } from '../json.ts';
import type { PhoneMessage } from '../phones/types.ts';

/** One message as the phone shows it: with what it quotes, what stands under it, and when it was read. */
export function showMessage(message: PhoneMessage, all: readonly PhoneMessage[]): object {
  const { id, direction, kind, text, status, at, phoneNumberId, customerKey, opaque, error, readAt, content } = message;
  const [from, to] = direction === 'in' ? [customerKey, phoneNumberId] : [phoneNumberId, customerKey];
  return {
    id,
    direction,
    kind,
    text,
    status,
    at: new Date(at).toISOString(),
    from,
    to,
    quoted: quotedBy(message, all),
    reactions: reactionsTo(message, all),
    opaque,
    error,
    readAt: readAt === undefined ? undefined : new Date(readAt).toISOString(),
    content,
  };
}

/** No bubble for what is not on this phone (section 4). */
function quotedBy({ content }: PhoneMessage, all: readonly PhoneMessage[]): object | undefined {
  const id = asText(asObject(content.context).id ?? asObject(content.context).message_id);
  const original = all.find((message) => message.id === id);
  return original && { id, text: original.text };
}

/** Each side has one, its newest; an empty one took it away. */
function reactionsTo({ id }: PhoneMessage, all: readonly PhoneMessage[]): readonly object[] | undefined {
  const about = all.filter(
    ({ kind, arrived, content }) =>
      kind === 'reaction' && arrived && asText(asObject(content.reaction).message_id) === id,
  );
  const newest = [about.findLast(isIn), about.findLast((message) => !isIn(message))];
  const shown = newest.flatMap((message) => (message && message.text !== '' ? message : []));
  if (shown.length === 0) return undefined;
  return shown.map(({ direction, text }) => ({ by: direction === 'in' ? 'customer' : 'business', emoji: text }));
}

function isIn({ direction }: PhoneMessage): boolean {
  return direction === 'in';
}
