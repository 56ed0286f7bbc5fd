// `npm run dist -- --linux deb` and the like: packages of the built app, with electron-builder.
import { join } from 'node:path';
import { buildIfStale } from '../build/build.ts';
import { electronRuntime } from '../electron/runtime.mjs';
import { runShown } from '../lib/exec.mjs';
import { Failure, runMain } from '../lib/failure.mjs';
import { projectRoot } from '../lib/paths.mjs';
import { ensureElectron } from '../setup/index.mjs';
import { preparePackage } from './prepare.ts';

const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js');
/** electron-builder's own name for this machine's platform. */
const ownPlatform = { linux: '--linux', darwin: '--mac', win32: '--win' }[process.platform as string];

await runMain(async () => {
  const targets = process.argv.slice(2);
  if (targets.length === 0)
    throw new Failure('No package was named.', 'Name a platform and a kind, such as "--linux dir".');
  await ensureElectron();
  await buildIfStale();
  const runtime = electronRuntime();
  if (runtime.kind === 'stand-in' && targets.some((target) => /^--(mac|win)/.test(target))) {
    throw new Failure(
      `The stand-in Electron ${runtime.version} of this machine is for Linux only.`,
      'Make packages for Windows and macOS on those systems, with the declared Electron.',
    );
  }
  preparePackage(runtime);
  console.log(`Packing with Electron ${runtime.version} (${runtime.kind})`);
  const electron =
    ownPlatform !== undefined && targets.includes(ownPlatform) ? [`-c.electronDist=${runtime.dist}`] : [];
  return runShown(
    process.execPath,
    [builder, ...targets, ...electron, `-c.electronVersion=${runtime.version}`, '--publish', 'never'],
    {
      cwd: projectRoot,
      // Hard links would let the fuses of the package be set in the Electron that tests use.
      env: { ...process.env, USE_HARD_LINKS: 'false' },
    },
  );
});
