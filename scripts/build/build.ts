import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runShown } from '../lib/exec.mjs';
import { Failure } from '../lib/failure.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { sourceHash } from './source-hash.ts';

const stampFile = join(projectRoot, 'out', 'build.stamp');
const electronVite = join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');

/** Builds main, preload and renderer into out/, and remembers from which sources. */
export async function build(): Promise<void> {
  if (!existsSync(join(projectRoot, 'src', 'main', 'index.ts'))) {
    throw new Failure('There is nothing to build: src/main/index.ts is missing.', 'Get the whole source tree again.');
  }
  const hash = sourceHash();
  // Until the build has ended well, what is in out/ was made from nothing in particular.
  rmSync(stampFile, { force: true });
  const code = await runShown(process.execPath, [electronVite, 'build'], { cwd: projectRoot });
  if (code !== 0) throw new Failure(`The build ended with code ${code}.`, 'Mend what the messages above name.');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, hash);
}

/** Builds when what is in out/ was not made from the sources as they are now. */
export async function buildIfStale(): Promise<void> {
  if (!isFresh()) await build();
}

function isFresh(): boolean {
  const built = existsSync(join(projectRoot, 'out', 'main', 'index.js'));
  return built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceHash();
}
