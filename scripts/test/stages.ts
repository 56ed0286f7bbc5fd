import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from '../lib/exec.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { readPlaywrightReport, readVitestReport } from './reports.ts';
import type { StageResult } from './result.ts';

const reports = join(projectRoot, 'out', 'test');
const vitestJson = join(reports, 'vitest.json');
const playwrightJson = join(reports, 'playwright.json');

/** The groups that `npm test -- --only GROUP` knows. */
export const groups = ['checks', 'unit', 'e2e'] as const;
export type Group = (typeof groups)[number];

/** One stage of `npm test`. `filters` are the file names after `--only`, which only the test runners take. */
export interface Stage {
  readonly name: string;
  readonly groups: readonly Group[];
  run(filters: readonly string[]): Promise<StageResult>;
}

/** In their order: what is quick and explains most comes first. */
export const stages: readonly Stage[] = [
  check('types', 'scripts/checks/typecheck.ts'),
  check('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  check('import rules', 'scripts/checks/imports.ts'),
  check('build', 'scripts/build.ts', [], ['checks', 'unit', 'e2e']),
  { name: 'unit and integration tests', groups: ['unit'], run: runVitest },
  { name: 'end-to-end tests', groups: ['e2e'], run: runPlaywright },
];

function check(name: string, script: string, args: readonly string[] = [], of: readonly Group[] = ['checks']): Stage {
  return {
    name,
    groups: of,
    async run() {
      const code = await node(script, args);
      return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
    },
  };
}

async function runVitest(filters: readonly string[]): Promise<StageResult> {
  rmSync(vitestJson, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestJson}`, ...filters];
  return readVitestReport(vitestJson, await node('node_modules/vitest/vitest.mjs', args));
}

async function runPlaywright(filters: readonly string[]): Promise<StageResult> {
  rmSync(playwrightJson, { force: true });
  const code = await node('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json', ...filters], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightJson,
  });
  return readPlaywrightReport(playwrightJson, code);
}

function node(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runShown(process.execPath, [script, ...args], { cwd: projectRoot, env: { ...process.env, ...env } });
}
