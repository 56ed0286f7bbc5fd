import type { Contact } from '#shared/domain/contact.ts';

/** How a contact can be reached, as people write it; undefined when nothing may be shown (masked numbers). */
export function numberOf(contact: Contact): string | undefined {
  const find = (type: string): string | undefined => contact.identities.find((one) => one.type === type)?.value;
  const phone = find('phone') ?? find('wa-id');
  return phone === undefined ? find('username') : spaced(phone);
}

/** As written where it is in groups; North American numbers in theirs; others as one, for theirs are not known. */
function spaced(phone: string): string {
  if (/[\s()-]/.test(phone.trim())) return phone;
  const digits = phone.replace(/\D/g, '');
  if (digits === '') return phone;
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits);
  return american ? `+1 ${american[1]} ${american[2]} ${american[3]}` : `+${digits}`;
}
