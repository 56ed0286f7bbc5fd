/** Codes are those of the agent protocol's `message.send`. */
export const findingCodes = [
  'interaction-done',
  'group',
  'window-closed',
  'opted-out',
  'consent-missing',
  'text-empty',
  'text-too-long',
  'quote-impossible',
  'reaction-target',
  'reaction-too-old',
  'reaction-emoji',
  'template-unknown',
  'template-not-approved',
  'template-parts',
  'template-recipient',
  'template-desktop',
  'parameter-missing',
  'parameter-character',
  'parameter-spaces',
  'parameter-braces',
  'code-character',
  'count',
  'missing',
  'too-long',
  'repeated',
  'url',
  'header-format',
  'file-missing',
  'file-type',
  'file-forbidden',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One reason why a message may not leave, or why it will not look as it should. */
export interface Finding {
  readonly code: FindingCode;
  /**
   * Where it is shown: `message` for the whole, else the way to the field in the content, such as `text`,
   * `fill.body.name`, `fill.buttons.0`, `interactive.sections.0.rows.1.title`.
   */
  readonly field: string;
  readonly severity: 'blocking' | 'warning';
  /** What is wrong, for people. */
  readonly sentence: string;
  /** What they can do about it. */
  readonly nextStep: string;
  /** What varies in the sentence, for translations of it. */
  readonly values?: FindingValues;
}

export type FindingValues = Readonly<Record<string, string | number>>;

export function block(
  code: FindingCode,
  field: string,
  sentence: string,
  nextStep: string,
  values?: FindingValues,
): Finding {
  return { code, field, severity: 'blocking', sentence, nextStep, ...(values && { values }) };
}

export function warn(code: FindingCode, field: string, sentence: string, nextStep: string): Finding {
  return { code, field, severity: 'warning', sentence, nextStep };
}

/** A finding in one sentence, for places that show only one. */
export function explain(finding: Finding): string {
  return `${finding.sentence} ${finding.nextStep}`;
}
