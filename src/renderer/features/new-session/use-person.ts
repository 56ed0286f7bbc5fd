import type { Contact } from '#shared/domain/contact.ts';
import { numberOf, spaced } from '../../plugins/contact-number.ts';
import { useContactName } from '../../plugins/display-names.ts';
import type { Whom } from './whom.ts';

export interface Person {
  readonly name: string;
  /** Undefined where it may not be shown. */
  readonly number: string | undefined;
  /** As the desk knows them; of a number that nobody is known by, made of the number alone. */
  readonly contact: Contact;
}

/** Who is written to; `known`: whom the server knows by the number. */
export function usePerson(whom: Whom | null, known: Contact | null | undefined): Person | null {
  const nameOf = useContactName();
  if (!whom) return null;
  if (whom.kind === 'contact') {
    // What the contact allows may have changed since they were chosen.
    const contact = known ?? whom.contact;
    return { name: whom.name, number: numberOf(contact), contact };
  }
  const contact = known ?? strangerOf(whom.number);
  const number = spaced(whom.number);
  return { name: known ? nameOf(known) : number, number, contact };
}

function strangerOf(number: string): Contact {
  const identities = [{ type: 'phone', value: number } as const];
  return {
    id: number,
    displayName: number,
    identities,
    attributes: { PhoneNumber: number },
    createdAt: 0,
    updatedAt: 0,
  };
}
