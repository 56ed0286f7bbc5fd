import type { Identity } from '#shared/domain/contact.ts';
import { spellingsOf } from '../../rules/number-variants.ts';
import type { Correspondent } from '../driver.ts';
import { type LooseObject, listOf, memberOf, objectOf, objectsIn, textOf } from './loose.ts';

/** The business's side of a webhook: what is never a customer. */
export interface OwnNumber {
  readonly phoneNumberId: string | undefined;
  readonly displayNumber: string | undefined;
}

/** Who the other side is by the message, before the webhook's `contacts` are looked at. */
interface Named {
  readonly number: string | undefined;
  readonly userId: string | undefined;
  readonly parentUserId: string | undefined;
}

/** A business-scoped user id: country, point, letters and digits; or the form of the 2025 draft. */
const USER_ID = /^(?:[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}|user\.[A-Za-z0-9]+)$/;
const NUMBER = /^\d{5,20}$/;

/** True when the text names the business itself. */
export function isOwn(text: string, own: OwnNumber): boolean {
  if (text === own.phoneNumberId || text === own.displayNumber) return true;
  const digits = digitsOf(own.displayNumber ?? '');
  return NUMBER.test(digits) && digitsOf(text) === digits;
}

/** The sender of a customer's message, completed from the webhook's `contacts`. */
export function senderOf(message: LooseObject, value: LooseObject, own: OwnNumber): Correspondent {
  const from = textOf(message, 'from');
  const userId = textOf(message, 'from_user_id') ?? (from !== undefined && USER_ID.test(from) ? from : undefined);
  const number = from === undefined || from === userId || isOwn(from, own) ? undefined : from;
  const named = { number, userId, parentUserId: textOf(message, 'from_parent_user_id') };
  const found = correspondentOf(named, value);
  // A test account may write to itself; better its own number than nobody.
  if (found.identities.length === 0 && from !== undefined) return correspondentOf({ ...named, number: from }, value);
  return found;
}

/** The customer of an echo: whoever of the two is not the business. */
export function addresseeOf(echo: LooseObject, value: LooseObject, own: OwnNumber): Correspondent {
  const sides = [textOf(echo, 'to'), textOf(echo, 'from')].filter((side) => side !== undefined);
  const number = sides.find((side) => !isOwn(side, own) && !USER_ID.test(side));
  const userId = textOf(echo, 'to_user_id') ?? sides.find((side) => USER_ID.test(side));
  return correspondentOf({ number, userId, parentUserId: textOf(echo, 'to_parent_user_id') }, value);
}

/** A customer who is named by `wa_id` and `user_id` beside others, completed from their own entry of `contacts`. */
export function personNamedBy(entry: LooseObject, value: LooseObject): Correspondent {
  const named = { number: textOf(entry, 'wa_id'), userId: textOf(entry, 'user_id'), parentUserId: undefined };
  const isTheirs = (contact: LooseObject) =>
    (named.number !== undefined && textOf(contact, 'wa_id') === named.number) ||
    (named.userId !== undefined && textOf(contact, 'user_id') === named.userId);
  return correspondentOf(named, { contacts: objectsIn(value.contacts).filter(isTheirs) });
}

function correspondentOf(named: Named, value: LooseObject): Correspondent {
  const contact = contactFor(named, value);
  const waId = textOf(contact, 'wa_id');
  const username = textOf(contact, 'username') ?? textOf(memberOf(contact, 'profile'), 'username');
  const identities = [
    ...numberIdentities(named.number ?? waId),
    ...identity('user-id', named.userId ?? textOf(contact, 'user_id')),
    ...identity('parent-user-id', named.parentUserId ?? textOf(contact, 'parent_user_id')),
    ...identity('username', username?.replace(/^@/, '')),
  ];
  return { identities, profileName: textOf(memberOf(contact, 'profile'), 'name') };
}

/** The entry of `contacts` that is about the sender: by number or id, or the only one there is. */
function contactFor(named: Named, value: LooseObject): LooseObject | undefined {
  const contacts = objectsIn(value.contacts);
  const numbers = named.number === undefined ? [] : spellingsOf(digitsOf(named.number));
  const match = contacts.find((contact) => {
    const waId = textOf(contact, 'wa_id');
    const userId = textOf(contact, 'user_id');
    return (
      (waId !== undefined && (waId === named.number || numbers.includes(digitsOf(waId)))) ||
      (userId !== undefined && userId === named.userId)
    );
  });
  const only = contacts.length === 1 && sendersIn(value) <= 1 ? contacts[0] : undefined;
  return match ?? only;
}

function sendersIn(value: LooseObject): number {
  const messages = [...listOf(value.messages), ...listOf(value.message_echoes)];
  const names = messages.map((entry) => {
    const message = objectOf(entry);
    return textOf(message, 'from') ?? textOf(message, 'from_user_id');
  });
  return new Set(names.filter((name) => name !== undefined)).size;
}

function numberIdentities(number: string | undefined): readonly Identity[] {
  if (number === undefined) return [];
  const digits = digitsOf(number);
  if (!NUMBER.test(digits)) return [{ type: 'wa-id', value: number }];
  return [
    { type: 'wa-id', value: digits },
    { type: 'phone', value: `+${digits}` },
  ];
}

function identity(type: Identity['type'], value: string | undefined): readonly Identity[] {
  return value === undefined || value === '' ? [] : [{ type, value }];
}

/** Digits of a number however it is written; a text that is no number stays as it is. */
function digitsOf(text: string): string {
  return /^[+\d\s().-]+$/.test(text) ? text.replace(/\D/g, '') : text;
}
