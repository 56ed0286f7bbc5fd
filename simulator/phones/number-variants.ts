/** Countries where one mobile phone is written in two ways (31-cloud-api section 5). */
const rules: readonly (readonly [form: RegExp, other: string])[] = [
  [/^521(\d{10})$/, '52$1'],
  [/^52(\d{10})$/, '521$1'],
  [/^55(\d{2})9(\d{8})$/, '55$1$2'],
  [/^55(\d{2})(\d{8})$/, '55$19$2'],
  [/^549(\d{10})$/, '54$1'],
  [/^54(\d{10})$/, '549$1'],
];

/** Other spellings of the same number, digits only. */
export function variantsOf(digits: string): readonly string[] {
  return rules.filter(([form]) => form.test(digits)).map(([form, other]) => digits.replace(form, other));
}

const twoDigitCodes = /^(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The country calling code a number starts with. */
export function callingCodeOf(digits: string): string {
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  return digits.slice(0, twoDigitCodes.test(digits) ? 2 : 3);
}
