/** What the provider would refuse in a template that is handed in (Cloud API facts, sections 9.2 and 9.3). */
export type DraftCode =
  | 'missing'
  | 'too-long'
  | 'characters'
  | 'language'
  | 'category'
  | 'parameter-edge'
  | 'parameter-adjacent'
  | 'parameter-name'
  | 'parameter-order'
  | 'parameter-mixed'
  | 'parameter-count'
  | 'braces'
  | 'example-missing'
  | 'button-count'
  | 'button-order'
  | 'url';

/** One reason, at the field it concerns: `name`, `body.text`, `body.examples.1`, `buttons.0.url` … */
export interface DraftFinding {
  readonly code: DraftCode;
  readonly field: string;
  /** Names the field and says what to do. */
  readonly sentence: string;
  /** What varies in the sentence, for translations of it. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A field and what people call it. */
export interface DraftField {
  readonly field: string;
  readonly label: string;
}

export function at(
  { field, label }: DraftField,
  code: DraftCode,
  sentence: string,
  values?: DraftFinding['values'],
): DraftFinding {
  return { code, field, sentence: `${label}: ${sentence}`, ...(values && { values }) };
}
