import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './reports.ts';
import { closingLine, isGood } from './result.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replydesk-reports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(report: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, typeof report === 'string' ? report : JSON.stringify(report));
  return path;
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwright = { errors: [], stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2 } };

describe('vitest report', () => {
  it('counts what passed and what was left out', () => {
    expect(readVitestReport(written(vitest), 0)).toMatchObject({ passed: 3, failed: 0, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ];
    const report = written({ ...vitest, numFailedTests: 1, testResults });
    expect(readVitestReport(report, 1)).toMatchObject({ failed: 2 });
  });

  it('is failed when the runner says so, whatever the counts', () => {
    expect(readVitestReport(written(vitest), 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('is failed when there is no report, or none that can be read', () => {
    expect(readVitestReport(join(folder, 'none.json'), 0)).toMatchObject({ failed: 1 });
    expect(readVitestReport(written('{'), 0)).toMatchObject({ failed: 1 });
  });
});

describe('Playwright report', () => {
  it('counts what passed and what was left out', () => {
    expect(readPlaywrightReport(written(playwright), 0)).toMatchObject({ passed: 4, failed: 0, skipped: 2 });
  });

  it('counts a test that passed only the second time, and an error outside any test, as failures', () => {
    const report = written({ errors: [{}], stats: { ...playwright.stats, unexpected: 1, flaky: 1 } });
    expect(readPlaywrightReport(report, 1)).toMatchObject({ failed: 3 });
  });

  it('is failed when no test ran', () => {
    const report = written({ errors: [], stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 5 } });
    expect(readPlaywrightReport(report, 0)).toMatchObject({ failed: 1, skipped: 5 });
  });
});

describe('closing line', () => {
  const good = { name: 'a', passed: 2, failed: 0, skipped: 1 };

  it('sums all stages', () => {
    expect(closingLine([good, { ...good, failed: 1 }])).toBe('4 passed, 1 failed, 2 skipped');
  });

  it('is good only when something was tried and nothing failed', () => {
    expect(isGood([good])).toBe(true);
    expect(isGood([good, { ...good, failed: 1 }])).toBe(false);
    expect(isGood([])).toBe(false);
  });
});
