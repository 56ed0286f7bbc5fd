import type { Context } from '../context.ts';
import type { JsonObject } from '../json.ts';
import type { BusinessNumber } from '../numbers.ts';
import { readMarkSchema } from './message-schema.ts';
import { type GraphOutcome, graphOk, refuseCode } from './outcome.ts';
import { readParameter } from './parameter-errors.ts';

/** The indicator disappears after this time, or with the answer. */
const typingMs = 25_000;

/** A read mark also covers the earlier messages of the chat; with the typing indicator the phone shows it. */
export function markRead(context: Context, number: BusinessNumber, body: JsonObject): GraphOutcome {
  const mark = readParameter(readMarkSchema, body);
  if (!mark.ok) return mark;
  const { phones, clock } = context;
  const message = phones.message(mark.value.message_id);
  if (message?.direction !== 'in' || message.phoneNumberId !== number.id) {
    return refuseCode(131009, 'The message id does not belong to a message received by this phone number.');
  }
  const now = clock.now();
  for (const earlier of phones.messagesOf(message.customerKey)) {
    if (earlier.direction === 'in' && earlier.phoneNumberId === number.id && earlier.readAt === undefined) {
      phones.change(earlier.id, { readAt: now });
    }
    if (earlier.id === message.id) break;
  }
  if (mark.value.typing_indicator) phones.update(message.customerKey, { typingUntil: now + typingMs });
  return graphOk({ success: true });
}
