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
