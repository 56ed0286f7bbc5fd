/** One line of attached data. */
export interface CaseEntry {
  readonly key: string;
  /** What people read instead of the key. */
  readonly name: string;
  readonly value: string;
}

export interface CaseData {
  /** What an agent can use. */
  readonly readable: readonly CaseEntry[];
  /** What the parts of the program tell each other: routing, channel and message ids. */
  readonly technical: readonly CaseEntry[];
}

/** The values of a business attribute, which name keys of attached data (OPT-6). */
export type CaseFormat = readonly { readonly value: string; readonly displayName: string }[];

export interface CaseLook {
  /** The rows that are shown and in this order; undefined: all that an agent can use. */
  readonly format?: CaseFormat | undefined;
  /** Keys that stand first, in this order. */
  readonly order?: readonly string[];
}

/** Shown with the contact already. */
const CONTACT_KEYS: readonly string[] = ['PhoneNumber', '_msg_ProfileNickname'];
const TECHNICAL = /^(?:_|IW_)/;

function entryOf(attached: Readonly<Record<string, string>>, key: string, name: string): readonly CaseEntry[] {
  const value = Object.hasOwn(attached, key) ? attached[key] : undefined;
  return value === undefined || value.trim() === '' ? [] : [{ key, name, value }];
}

/** The rows a business attribute names, in its order; empty values say nothing and are left out. */
export function formattedRows(attached: Readonly<Record<string, string>>, format: CaseFormat): readonly CaseEntry[] {
  return format.flatMap(({ value: key, displayName }) => entryOf(attached, key, displayName || key));
}

function ordered(entries: readonly CaseEntry[], order: readonly string[]): readonly CaseEntry[] {
  const rank = ({ key }: CaseEntry): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

/** Attached data as the case information shows it (OPT-6). */
export function caseData(attached: Readonly<Record<string, string>>, { format, order = [] }: CaseLook = {}): CaseData {
  const all = Object.keys(attached).flatMap((key) => entryOf(attached, key, key));
  const isTechnical = ({ key }: CaseEntry): boolean => TECHNICAL.test(key) || CONTACT_KEYS.includes(key);
  const readable = format ? formattedRows(attached, format) : all.filter((entry) => !isTechnical(entry));
  const shown = new Set(readable.map(({ key }) => key));
  const technical = all.filter((entry) => isTechnical(entry) && !shown.has(entry.key));
  return { readable: ordered(readable, order), technical: technical.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
