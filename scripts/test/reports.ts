import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StageResult } from './result.ts';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/**
 * Counts of a vitest run. A file that could not even be loaded has no tests in the report, and counts as one failure.
 * @param exitCode the runner's own word: whatever the counts say, a run it calls failed has failed
 */
export function readVitestReport(path: string, exitCode: number): StageResult {
  const name = 'unit and integration tests';
  const report = vitestReport.safeParse(readJson(path)).data;
  if (report === undefined) return noReport(name);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return judged(name, exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** Counts of a Playwright run. A test that passed only when tried again counts as failed: it hides something. */
export function readPlaywrightReport(path: string, exitCode: number): StageResult {
  const name = 'end-to-end tests';
  const report = playwrightReport.safeParse(readJson(path)).data;
  if (report === undefined) return noReport(name);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return judged(name, exitCode, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped });
}

function judged(name: string, exitCode: number, counts: Omit<StageResult, 'name'>): StageResult {
  const nothingTried = counts.passed + counts.failed === 0;
  const hiddenFailure = counts.failed === 0 && (exitCode !== 0 || nothingTried);
  return { name, ...counts, failed: hiddenFailure ? 1 : counts.failed };
}

function noReport(name: string): StageResult {
  return { name, passed: 0, failed: 1, skipped: 0 };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
