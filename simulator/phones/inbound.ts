import type { Context } from '../context.ts';
import { makeMessageId } from '../ids.ts';
import { asList, asObject, asText, type JsonObject } from '../json.ts';
import type { BusinessNumber } from '../numbers.ts';
import { envelope, inboundValue } from '../webhooks/payloads.ts';
import type { Person } from './phone-book.ts';
import { renderMessage } from './render.ts';
import type { Customer } from './types.ts';
import { afterInbound } from './window.ts';

/** Kinds that tell of something but are no message of the person, so they open no window. */
const quietKinds: readonly string[] = ['system', 'edit', 'revoke'];

/** A customer writes: the message is kept, opens the window, and goes to the business. */
export function receiveInbound(
  context: Context,
  number: BusinessNumber,
  person: Person,
  element: JsonObject,
): { readonly messageId: string; readonly webhookId: string } {
  const customer = context.phones.ensure(person);
  const message = completeElement(context, customer, element);
  recordInbound(context, number.id, customer, message);
  context.limits.note(number.id, context.clock.now());
  const { businessAccountId, behaviour } = context.settings;
  const value = inboundValue(number, customer, message, behaviour.userIds);
  const webhookId = context.webhooks.send({
    lane: number.id,
    json: JSON.stringify(envelope(businessAccountId, 'messages', value)),
  });
  return { messageId: asText(message.id), webhookId };
}

/** Adds what every real message has: from, id, timestamp, and the type last, as real bodies have it. */
function completeElement(context: Context, customer: Customer, element: JsonObject): JsonObject {
  const { from, from_user_id, id, timestamp, type, ...rest } = element;
  const kind = asText(type) || (Object.keys(rest).find((key) => key !== 'context') ?? 'unsupported');
  const userId = context.settings.behaviour.userIds || !customer.waId ? customer.userId : undefined;
  return {
    ...(customer.waId ? { from: from ?? customer.waId } : {}),
    ...((from_user_id ?? userId) ? { from_user_id: from_user_id ?? userId } : {}),
    id: id ?? makeMessageId(customer.waId ?? '', 'in'),
    timestamp: timestamp ?? String(Math.floor(context.clock.now() / 1000)),
    ...rest,
    type: kind,
  };
}

function recordInbound(context: Context, phoneNumberId: string, customer: Customer, message: JsonObject): void {
  const kind = asText(message.type);
  const seconds = Number(message.timestamp);
  const at = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : context.clock.now();
  const added = context.phones.add({
    id: asText(message.id),
    phoneNumberId,
    customerKey: customer.key,
    direction: 'in',
    kind,
    content: message,
    text: renderMessage(kind, message),
    at,
    status: 'received',
    arrived: true,
  });
  if (!added || quietKinds.includes(kind)) return;
  const record = context.windows.of(phoneNumberId, customer.key);
  const fromAdvert = message.referral !== undefined;
  context.windows.set(phoneNumberId, customer.key, afterInbound(record, at, fromAdvert));
}

/**
 * Looks through a payload that is posted as it is, so that the world agrees with it: its messages are on the phones
 * and open windows, and its number can answer. Whatever it does not understand it leaves alone.
 */
export function observePayload(context: Context, payload: unknown): string | undefined {
  let lane: string | undefined;
  for (const entry of asList(asObject(payload).entry)) {
    for (const change of asList(asObject(entry).changes)) {
      const value = asObject(asObject(change).value);
      const metadata = asObject(value.metadata);
      const phoneNumberId = asText(metadata.phone_number_id);
      if (phoneNumberId) context.numbers.adopt(phoneNumberId, asText(metadata.display_phone_number));
      lane ??= phoneNumberId || undefined;
      if (asObject(change).field === 'messages') observeValue(context, phoneNumberId, value);
    }
  }
  return lane;
}

function observeValue(context: Context, phoneNumberId: string, value: JsonObject): void {
  const contacts = asList(value.contacts).map(asObject);
  for (const message of asList(value.messages).map(asObject)) {
    const waId = asText(message.from) || undefined;
    const userId = asText(message.from_user_id) || undefined;
    const contact = contacts.find((one) => one.wa_id === waId || one.user_id === userId) ?? {};
    const profile = asObject(contact.profile);
    if (!(waId || userId) || !asText(message.id)) continue;
    const customer = context.phones.ensure({
      waId,
      userId: userId ?? (asText(contact.user_id) || undefined),
      profileName: asText(profile.name) || undefined,
      username: asText(profile.username) || undefined,
    });
    recordInbound(context, phoneNumberId, customer, message);
  }
}
