import type { Contact } from '#shared/domain/contact.ts';
import type { Recipient } from '../drivers/driver.ts';
import { spellingsOf } from '../rules/number-variants.ts';

/**
 * Whom to write to: the number as the provider last gave it, since that spelling is known to work; else the account
 * id. Undefined when the contact has neither.
 */
export function recipientOf(contact: Contact, spelling: string | null): Recipient | undefined {
  if (spelling !== null) return { type: 'number', digits: spelling };
  const digits = contact.identities
    .filter(({ type }) => type === 'wa-id' || type === 'phone')
    .map(({ value }) => value.replace(/^\+/, ''))
    .find((value) => /^\d{5,20}$/.test(value));
  if (digits !== undefined) return { type: 'number', digits };
  const account = contact.identities.find(({ type }) => type === 'user-id');
  return account && { type: 'user-id', id: account.value };
}

/** The one other spelling worth a try after the first was refused (BR, MX, AR); undefined when there is none. */
export function otherSpelling(recipient: Recipient | undefined): string | undefined {
  return recipient?.type === 'number' ? spellingsOf(recipient.digits)[1] : undefined;
}
