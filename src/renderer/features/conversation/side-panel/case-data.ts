/** One line of attached data. */
export interface CaseEntry {
  readonly key: string;
  readonly value: string;
}

export interface CaseData {
  /** What an agent can use. */
  readonly readable: readonly CaseEntry[];
  /** What the parts of the program tell each other: routing, channel and message ids. */
  readonly technical: readonly CaseEntry[];
}

/** Shown with the contact already. */
const CONTACT_KEYS: readonly string[] = ['PhoneNumber', '_msg_ProfileNickname'];
const TECHNICAL = /^(?:_|IW_)/;

/** Splits attached data for the case information; empty values say nothing and are left out. */
export function splitCaseData(attached: Readonly<Record<string, string>>): CaseData {
  const entries = Object.entries(attached)
    .filter(([, value]) => value.trim() !== '')
    .map(([key, value]) => ({ key, value }));
  const isTechnical = ({ key }: CaseEntry): boolean => TECHNICAL.test(key) || CONTACT_KEYS.includes(key);
  return {
    readable: entries.filter((entry) => !isTechnical(entry)),
    technical: entries.filter(isTechnical).sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}
