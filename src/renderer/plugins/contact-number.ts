import type { Contact } from '#shared/domain/contact.ts';

/** How a contact can be reached, as people write it; undefined when nothing may be shown (masked numbers). */
export function numberOf(contact: Contact): string | undefined {
  const find = (type: string): string | undefined => contact.identities.find((one) => one.type === type)?.value;
  const phone = find('phone') ?? find('wa-id');
  return phone === undefined ? find('username') : spaced(phone);
}

/** Country codes of two digits (ITU-T E.164, list of 2016); beside 1 and 7 the others have three. */
const OF_TWO = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * As written where it is in groups; North American numbers in theirs; of others the country code apart, for how the rest
 * is grouped is not known.
 */
export function spaced(phone: string): string {
  if (/[\s()-]/.test(phone.trim())) return phone;
  const digits = phone.replace(/\D/g, '');
  if (digits === '') return phone;
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits);
  if (american) return `+1 ${american[1]} ${american[2]} ${american[3]}`;
  const code = /^[17]/.test(digits) ? 1 : OF_TWO.test(digits) ? 2 : 3;
  return `+${digits.slice(0, code)} ${digits.slice(code)}`.trim();
}
