/** Codes are those of the agent protocol's `message.send`. */
export type FindingCode =
  | 'interaction-done'
  | 'group'
  | 'window-closed'
  | 'text-empty'
  | 'text-too-long'
  | 'quote-impossible'
  | 'reaction-target'
  | 'reaction-too-old'
  | 'reaction-emoji';

/** One reason why a message may not leave. */
export interface Finding {
  readonly code: FindingCode;
  /** Where it is shown. */
  readonly field: 'message' | 'text';
  readonly severity: 'blocking';
  /** What is wrong, for people. */
  readonly sentence: string;
  /** What they can do about it. */
  readonly nextStep: string;
}

export function block(code: FindingCode, field: Finding['field'], sentence: string, nextStep: string): Finding {
  return { code, field, severity: 'blocking', sentence, nextStep };
}

/** A finding in one sentence, for places that show only one. */
export function explain(finding: Finding): string {
  return `${finding.sentence} ${finding.nextStep}`;
}
