import type { Contact, Identity } from '#shared/domain/contact.ts';
import { isVisible } from '#shared/rules/visible-text.ts';
import type { Correspondent } from '../../drivers/driver.ts';
import { spellingsOf } from '../../rules/number-variants.ts';
import type { ContactTable } from '../../storage/tables/contacts.ts';
import type { Unit } from '../unit.ts';

/** Contact attribute: the name the person gave themselves (OPT-6). */
export const NICKNAME = '_msg_ProfileNickname';

/**
 * The contact behind a correspondent, made or completed as needed (SRV-3). A number counts in all its spellings.
 * When number and account id belong to different contacts the number decides, and the two are not merged: merges are
 * made by people.
 */
export async function resolveContact(unit: Unit, correspondent: Correspondent): Promise<Contact> {
  const { contacts } = unit.tables;
  const id = await findContact(contacts, correspondent.identities);
  const known = id === undefined ? undefined : await contacts.get(id);
  const identities = await joined(contacts, known, correspondent.identities);
  const next = withName(known ?? newContact(unit), identities, correspondent.profileName);
  if (known && sameContact(known, next)) return known;
  const contact: Contact = { ...next, updatedAt: unit.now };
  await unit.record(`contact:${contact.id}`, { kind: 'contact.changed', data: { contact } });
  return contact;
}

/** Id of the contact who is known by one of these; a number counts in all its spellings. */
export async function findContact(
  contacts: ContactTable,
  identities: readonly Identity[],
): Promise<string | undefined> {
  const of = (type: Identity['type']) => identities.filter((entry) => entry.type === type).map((entry) => entry.value);
  const numbers = of('wa-id').flatMap(spellingsOf);
  return (
    (await contacts.find('wa-id', numbers)) ??
    (await contacts.find(
      'phone',
      numbers.map((digits) => `+${digits}`),
    )) ??
    (await contacts.find('user-id', of('user-id'))) ??
    (await contacts.find('parent-user-id', of('parent-user-id'))) ??
    // A username can be given to somebody else later, so it decides only where nothing else is known.
    (identities.every((entry) => entry.type === 'username')
      ? await contacts.find('username', of('username'))
      : undefined)
  );
}

/** The contact's identities with the new ones in front: what the provider said last is what it understands. */
async function joined(
  contacts: ContactTable,
  known: Contact | undefined,
  told: readonly Identity[],
): Promise<readonly Identity[]> {
  const own = known?.identities ?? [];
  const mine: Identity[] = [];
  for (const identity of told) {
    const owner = await contacts.find(identity.type, [identity.value]);
    if (owner === undefined || owner === known?.id) mine.push(identity);
  }
  const isNew = mine.some((identity) => !own.some((entry) => sameIdentity(entry, identity)));
  const newestFirst = sameFirst(own, mine);
  if (!isNew && newestFirst) return own;
  return [...mine, ...own.filter((entry) => !mine.some((identity) => sameIdentity(entry, identity)))];
}

function sameIdentity(a: Identity, b: Identity): boolean {
  return a.type === b.type && a.value === b.value;
}

/** Whether the number that is written to stays the same. */
function sameFirst(own: readonly Identity[], told: readonly Identity[]): boolean {
  const number = told.find((entry) => entry.type === 'wa-id');
  return number === undefined || own.find((entry) => entry.type === 'wa-id')?.value === number.value;
}

function newContact(unit: Unit): Contact {
  return {
    id: unit.ids.next(),
    displayName: '',
    identities: [],
    attributes: {},
    createdAt: unit.now,
    updatedAt: unit.now,
  };
}

function withName(contact: Contact, identities: readonly Identity[], profileName: string | undefined): Contact {
  const phone = identities.find((entry) => entry.type === 'phone')?.value;
  const attributes = {
    ...contact.attributes,
    ...(profileName === undefined ? {} : { [NICKNAME]: profileName }),
    ...(phone === undefined || contact.attributes.PhoneNumber !== undefined ? {} : { PhoneNumber: phone }),
  };
  const account = identities.find((entry) => entry.type === 'username') ?? identities[0];
  const nickname = attributes[NICKNAME] ?? '';
  const displayName = isVisible(nickname) ? nickname : (phone ?? account?.value ?? 'Unknown sender');
  return { ...contact, identities: [...identities], attributes, displayName };
}

function sameContact(a: Contact, b: Contact): boolean {
  return JSON.stringify({ ...a, updatedAt: 0 }) === JSON.stringify({ ...b, updatedAt: 0 });
}
