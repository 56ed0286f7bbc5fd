import { parseArgs } from 'node:util';
import { withDisplay } from '../display/virtual-display.mjs';
import { electronRuntime } from '../electron/runtime.mjs';
import { Failure, runMain, tellFailure } from '../lib/failure.mjs';
import { ensureElectron } from '../setup/index.mjs';
import { closingLine, isGood, type StageResult } from './result.ts';
import { type Group, groups, type Stage, stages } from './stages.ts';

await runMain(async () => {
  const { chosen, filters } = readCommandLine();
  const setUp = await runSetUp();
  const results = [...setUp, ...(await runAll(setUp.length === 0 ? chosen : chosen.filter(needsNoElectron), filters))];
  if (setUp.length === 0) {
    const { version, kind } = electronRuntime();
    console.log(`\nElectron ${version} (${kind}), Node ${process.versions.node}`);
  }
  for (const { name, passed, failed, skipped } of results) {
    console.log(`  ${failed === 0 ? 'good' : 'BAD '}  ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  console.log(`\n${closingLine(results)}`);
  return isGood(results) ? 0 : 1;
});

/** A set-up that succeeds is not counted as a test; one that fails is, and the checks that can do without still run. */
async function runSetUp(): Promise<readonly StageResult[]> {
  try {
    await ensureElectron();
    return [];
  } catch (error) {
    tellFailure(error);
    return [{ name: 'set-up', passed: 0, failed: 1, skipped: 0 }];
  }
}

function needsNoElectron(stage: Stage): boolean {
  return stage.groups.includes('checks');
}

/** A stage that fails stops nothing: the later ones may tell more about why. */
async function runAll(chosen: readonly Stage[], filters: readonly string[]): Promise<readonly StageResult[]> {
  const results: StageResult[] = [];
  for (const stage of chosen) {
    console.log(`\n== ${stage.name}`);
    results.push(await (needsNoElectron(stage) ? stage.run(filters) : withDisplay(() => stage.run(filters))));
  }
  return results;
}

/** `npm test`, or `npm test -- --only GROUP [FILE...]`. */
function readCommandLine(): { readonly chosen: readonly Stage[]; readonly filters: readonly string[] } {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  if (values.only === undefined) return { chosen: stages, filters: [] };
  const group = values.only as Group;
  if (!groups.includes(group)) {
    throw new Failure(`There is no group of tests named "${group}".`, `Name one of these: ${groups.join(', ')}.`);
  }
  return { chosen: stages.filter((stage) => stage.groups.includes(group)), filters: positionals };
}
