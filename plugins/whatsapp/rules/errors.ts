import dictionary from './errors.json' with { type: 'json' };

/**
 * What is done about a failure without anybody asking (WA-7): tried again with back-off, held until a limit has
 * passed, answered with another kind of message, told to administrators, or nothing.
 */
export type Treatment = 'retry' | 'wait' | 'alternative' | 'alarm' | 'stop';

export interface ErrorEntry {
  /** The code or range of codes it stands for; names its translations. */
  readonly key: string;
  readonly treatment: Treatment;
  /** The same message to the same customer may get through later. */
  readonly canRetry: boolean;
  /** What happened and what to do, for agents. */
  readonly sentence: string;
}

const TREATMENTS: readonly string[] = ['retry', 'wait', 'alternative', 'alarm', 'stop'];

function isTreatment(word: string): word is Treatment {
  return TREATMENTS.includes(word);
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly entry: ErrorEntry;
}

const exact = new Map<string, ErrorEntry>();
const ranges: Range[] = [];

for (const [key, { treatment, canRetry, sentence }] of Object.entries(dictionary)) {
  const entry = { key, treatment: isTreatment(treatment) ? treatment : 'stop', canRetry, sentence };
  const [first, last] = key.split('-').map(Number);
  if (first !== undefined && last !== undefined) ranges.push({ first, last, entry });
  else exact.set(key, entry);
}

/**
 * What is known of a code of the Cloud API (section 17 of its facts), given as text. Undefined for other codes: then
 * the provider's own title and details are shown.
 */
export function lookUpError(code: string): ErrorEntry | undefined {
  const known = exact.get(code);
  if (known || !/^\d{1,9}$/.test(code)) return known;
  const number = Number(code);
  return ranges.find(({ first, last }) => number >= first && number <= last)?.entry;
}

/** All entries, for translations and tests. */
export function allErrors(): readonly ErrorEntry[] {
  return [...exact.values(), ...ranges.map((range) => range.entry)];
}
