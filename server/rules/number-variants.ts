/** Countries where one mobile phone is written in two ways (SRV-3); digits with country code, no plus. */
interface SpellingRule {
  readonly country: string;
  readonly form: RegExp;
  readonly other: string;
}

const rules: readonly SpellingRule[] = [
  { country: 'BR', form: /^55(\d{2})9(\d{8})$/, other: '55$1$2' },
  // Eight digits that begin with 2 to 5 are landlines, which never had the ninth digit.
  { country: 'BR', form: /^55(\d{2})([6-9]\d{7})$/, other: '55$19$2' },
  { country: 'MX', form: /^521(\d{10})$/, other: '52$1' },
  { country: 'MX', form: /^52(\d{10})$/, other: '521$1' },
  { country: 'AR', form: /^549(\d{10})$/, other: '54$1' },
  { country: 'AR', form: /^54(\d{10})$/, other: '549$1' },
];

/** The number and its other spellings, itself first. */
export function spellingsOf(digits: string): readonly string[] {
  const others = rules.filter((rule) => rule.form.test(digits)).map((rule) => digits.replace(rule.form, rule.other));
  return [...new Set([digits, ...others])];
}
