/** What one stage of `npm test` came to; a check counts as one test. */
export interface StageResult {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Adds up the stages. */
export function total(results: readonly StageResult[]): Omit<StageResult, 'name'> {
  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((all, result) => all + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The closing line of a run (CI-1). */
export function closingLine(results: readonly StageResult[]): string {
  const { passed, failed, skipped } = total(results);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run is good when nothing failed and something was tried. */
export function isGood(results: readonly StageResult[]): boolean {
  const { passed, failed } = total(results);
  return failed === 0 && passed > 0;
}
