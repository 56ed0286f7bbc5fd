// `npm run typecheck`: each area with the compiler settings of its own, so that only what exists there type-checks.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from '../lib/exec.mjs';
import { Failure, runMain } from '../lib/failure.mjs';
import { projectRoot } from '../lib/paths.mjs';

const parents = ['.', 'src', 'tests/bench'];
const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');

await runMain(async () => {
  const areas = parents.flatMap(areasIn);
  if (areas.length === 0)
    throw new Failure('No area with a tsconfig.json was found.', 'Get the whole source tree again.');
  const failed: string[] = [];
  for (const area of areas) {
    const code = await runShown(process.execPath, [compiler, '-p', area], { cwd: projectRoot });
    if (code !== 0) failed.push(area);
  }
  console.log(
    `${areas.length} areas checked, ${failed.length} with errors${failed.length ? `: ${failed.join(', ')}` : ''}`,
  );
  return failed.length === 0 ? 0 : 1;
});

/** Folders with compiler settings and at least one source; the compiler calls an empty one an error. */
function areasIn(parent: string): readonly string[] {
  return readdirSync(join(projectRoot, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map((entry) => join(parent, entry.name))
    .filter((area) => existsSync(join(projectRoot, area, 'tsconfig.json')) && hasSource(area));
}

function hasSource(area: string): boolean {
  return readdirSync(join(projectRoot, area), { recursive: true, encoding: 'utf8' }).some((name) =>
    /\.tsx?$/.test(name),
  );
}
