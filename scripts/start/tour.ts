import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resolveRuntime } from '../electron/runtime.mjs';
import { runShown } from '../lib/exec.mjs';
import { Failure } from '../lib/failure.mjs';
import { projectRoot } from '../lib/paths.mjs';

const player = join(projectRoot, 'tests', 'tour', 'run.ts');

/**
 * Plays a scripted shift through the real user interface; the player is a program of its own, see tests/tour.
 * @returns the player's exit code: 0 only if every scene's expectation held
 */
export async function playTour(tour: { readonly out: string | undefined; readonly scenario: string | undefined }) {
  if (!existsSync(player)) {
    throw new Failure('The tour is missing: tests/tour/run.ts.', 'Get the whole source tree again.');
  }
  const out = resolve(tour.out ?? join(projectRoot, 'out', 'tour'));
  const scenario = tour.scenario === undefined ? [] : ['--scenario', resolve(tour.scenario)];
  const { version, kind } = resolveRuntime();
  console.log(`Playing the tour on Electron ${version} (${kind}); pictures go to ${out}`);
  return runShown(process.execPath, [player, '--out', out, ...scenario], { cwd: projectRoot });
}
