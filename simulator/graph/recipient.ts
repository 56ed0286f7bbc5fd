import type { Context } from '../context.ts';
import type { BusinessNumber } from '../numbers.ts';
import { callingCodeOf } from '../phones/number-variants.ts';
import type { MessageEnvelope } from './message-schema.ts';
import { type GraphOutcome, graphOk, refuseCode, refuseParameter } from './outcome.ts';

/** Who a message goes to, and the words it was addressed with. */
export interface Recipient {
  readonly input: string;
  readonly waId?: string;
  readonly userId?: string;
}

/** Reads `to` (wins) or `recipient` as sections 4 and 5 of the wire facts describe. */
export function readRecipient(
  context: Context,
  number: BusinessNumber,
  envelope: MessageEnvelope,
): GraphOutcome<Recipient> {
  const to = String(envelope.to ?? '');
  if (to === '' && envelope.recipient) return readUserId(context, envelope.recipient);
  if (to === '') return refuseParameter('The parameter to is required.');
  if (envelope.recipient_type === 'group') return refuseCode(131051, 'Groups are not simulated.');
  if (!/^\+?[\d\s()-]+$/.test(to)) return refuseCode(131009, malformed);
  const digits = internationalDigits(to, number.displayPhoneNumber);
  if (digits.length < 7 || digits.length > 15) return refuseCode(131009, malformed);
  if (digits === number.displayPhoneNumber) return refuseCode(131021);
  const { allowList } = context.settings.limits;
  if (allowList.length > 0 && !allowList.includes(digits)) return refuseCode(131030);
  return graphOk({ input: to, waId: context.phones.find(digits)?.waId ?? digits });
}

const malformed = 'The phone number is malformed: Please use the format: +1234567890.';

function readUserId(context: Context, userId: string): GraphOutcome<Recipient> {
  if (!/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(userId)) {
    return refuseCode(131009, 'The recipient is not a valid user id.');
  }
  const known = context.phones.find(userId);
  return graphOk({ input: userId, userId, ...(known?.waId ? { waId: known.waId } : {}) });
}

/**
 * Plain digits are taken as international, as all libraries send them. Formatted numbers without a plus sign get the
 * business's own country code, as Meta documents it: the wrong person, often.
 */
function internationalDigits(to: string, displayPhoneNumber: string): string {
  const digits = to.replace(/\D/g, '');
  if (to.startsWith('+') || digits === to) return digits;
  return callingCodeOf(displayPhoneNumber) + digits;
}
