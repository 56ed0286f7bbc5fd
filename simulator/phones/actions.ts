import { ok, type Result, refuse } from '#shared/result.ts';
import type { Context } from '../context.ts';
import { componentOf } from '../graph/template-types.ts';
import { asList, asObject, asText, defined, type JsonObject } from '../json.ts';
import { receiveInbound } from './inbound.ts';
import type { Customer, PhoneMessage } from './types.ts';

interface Sent {
  readonly success: true;
  readonly id: string;
  readonly messageId: string;
  readonly webhookId: string;
}

/** Something a message lets the customer choose: the names it goes by, and the answer it sends. */
interface Choice {
  readonly names: readonly string[];
  readonly element: JsonObject;
}

/**
 * The customer presses a reply button, a list row, or a template's quick reply. `optionId` is the button's or row's
 * id; for templates the payload, the label, or the index; `*` is the first there is. Without `messageId` the newest
 * message offering it.
 */
export function chooseOption(context: Context, customer: Customer, optionId: string, messageId?: string): Result<Sent> {
  const offering = businessMessages(context, customer).filter((message) => !messageId || message.id === messageId);
  for (const message of [...offering].reverse()) {
    const choices = choicesIn(context, message);
    const chosen = optionId === '*' ? choices[0] : choices.find(({ names }) => names.includes(optionId));
    if (chosen) return ok(answerTo(context, customer, message, chosen.element));
  }
  return refuse('not-found', `No message on the phone of ${customer.profileName} offers ${optionId}.`);
}

/** The customer reacts to a message; an empty emoji takes the reaction away. */
export function reactTo(context: Context, customer: Customer, emoji: string, messageId?: string): Result<Sent> {
  const target = messageId ?? businessMessages(context, customer).at(-1)?.id;
  const message = target ? context.phones.message(target) : undefined;
  if (!message || message.customerKey !== customer.key) {
    return refuse('not-found', `The phone of ${customer.profileName} shows no message ${target ?? ''}.`);
  }
  const reaction = emoji === '' ? { message_id: message.id } : { message_id: message.id, emoji };
  return ok(send(context, customer, message, { type: 'reaction', reaction }));
}

function businessMessages(context: Context, customer: Customer): readonly PhoneMessage[] {
  return context.phones
    .messagesOf(customer.key)
    .filter((message) => message.direction === 'out' && message.status !== 'failed');
}

function choicesIn(context: Context, message: PhoneMessage): readonly Choice[] {
  if (message.kind === 'template') return templateChoices(context, message);
  if (message.kind !== 'interactive') return [];
  const action = asObject(asObject(message.content.interactive).action);
  const buttons = asList(action.buttons).map((button) => asObject(asObject(button).reply));
  const rows = asList(action.sections).flatMap((section) => asList(asObject(section).rows).map(asObject));
  return [...buttons.map((reply) => choice('button_reply', reply)), ...rows.map((row) => choice('list_reply', row))];
}

function choice(type: 'button_reply' | 'list_reply', { id, title, description }: JsonObject): Choice {
  const reply = defined({ id, title, description: description || undefined });
  return { names: [asText(id)], element: { type: 'interactive', interactive: { type, [type]: reply } } };
}

function templateChoices(context: Context, message: PhoneMessage): readonly Choice[] {
  const request = asObject(message.content.template);
  const template = context.templates.named(asText(request.name), asText(asObject(request.language).code));
  const buttons = (template && componentOf(template, 'BUTTONS')?.buttons) ?? [];
  return buttons.flatMap((button, index) => {
    if (button.type !== 'QUICK_REPLY') return [];
    const text = button.text ?? '';
    const payload = payloadOf(request, index) ?? text;
    return [{ names: [payload, text, String(index)], element: { type: 'button', button: { payload, text } } }];
  });
}

function payloadOf(request: JsonObject, index: number): string | undefined {
  const component = asList(request.components)
    .map(asObject)
    .find((one) => asText(one.type).toLowerCase() === 'button' && asText(one.index) === String(index));
  return asText(asObject(asList(component?.parameters)[0]).payload) || undefined;
}

function answerTo(context: Context, customer: Customer, message: PhoneMessage, element: JsonObject): Sent {
  const number = context.numbers.find(message.phoneNumberId);
  const from = number?.displayPhoneNumber ?? message.phoneNumberId;
  return send(context, customer, message, { context: { from, id: message.id }, ...element });
}

/** Whoever answers a message has seen it. */
function send(context: Context, customer: Customer, message: PhoneMessage, element: JsonObject): Sent {
  context.flow.read(customer.key, message.phoneNumberId, message.direction === 'out' ? message.id : undefined);
  const number = context.numbers.find(message.phoneNumberId) ?? context.numbers.first();
  const person = { waId: customer.waId, userId: customer.userId };
  const { messageId, webhookId } = receiveInbound(context, number, person, element);
  return { success: true, id: messageId, messageId, webhookId };
}
