import type { ContentFinding, FailureWords } from '#shared/plugin-api/views.ts';

/** Retry, or a notification in its place. */
export type FailureStep = 'retry' | 'notification';

/**
 * What leads on from a failure; undefined where nothing is known to. `findings` are what the medium says of sending the
 * message now; undefined where it cannot be sent again, since the transcript does not hold all of it.
 */
export function failureStep(
  { canRetry, instead }: FailureWords,
  findings: readonly ContentFinding[] | undefined,
): FailureStep | undefined {
  const mayLeave = findings?.every(({ severity }) => severity !== 'blocking') ?? false;
  return canRetry && mayLeave ? 'retry' : instead;
}
