import type { Contact } from '#shared/domain/contact.ts';
import type { SessionTarget } from '#shared/protocol/outbound-session.ts';
import { PHONE_NUMBER } from '#shared/rules/phone-number.ts';

/** Whom a session is begun with: a contact under the name the organisation shows, or a number as it was typed. */
export type Whom =
  | { readonly kind: 'contact'; readonly contact: Contact; readonly name: string }
  | { readonly kind: 'number'; readonly number: string };

/** How the server is told whom. */
export function targetOf(whom: Whom): SessionTarget {
  return whom.kind === 'contact' ? { contactId: whom.contact.id } : { number: whom.number };
}

/** What people put between the digits of a number. */
const BETWEEN = /[\s()./-]/g;

/**
 * The number somebody typed, as `+` and its digits; undefined for what is none. `00` in front stands for `+`; a number
 * with another `0` in front has no country code, and whose it is nobody can know.
 */
export function numberIn(text: string): string | undefined {
  const plain = text.trim().replace(BETWEEN, '').replace(/^00/, '+').replace(/^\+?/, '+');
  return /^\+[1-9]/.test(plain) && PHONE_NUMBER.test(plain) ? plain : undefined;
}

export interface NumberFault {
  readonly what: 'other-characters' | 'no-country-code' | 'too-short' | 'too-long';
  /** What of the text it is about. */
  readonly part: string;
}

/** Why what looks like a number is none; undefined for a number, and for what nobody takes for one, such as a name. */
export function numberFault(text: string): NumberFault | undefined {
  const typed = text.trim();
  if (!/^[+(]?\d/.test(typed) || numberIn(typed) !== undefined) return undefined;
  const [other] = /[^\d\s()./+-]+/u.exec(typed) ?? /(?<=.)\++/u.exec(typed) ?? [];
  if (other !== undefined) return { what: 'other-characters', part: other };
  const digits = typed.replace(/\D/g, '').replace(/^00/, '');
  if (digits.startsWith('0')) return { what: 'no-country-code', part: typed };
  return { what: digits.length < 6 ? 'too-short' : 'too-long', part: typed };
}
