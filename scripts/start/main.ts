import { buildIfStale } from '../build/build.ts';
import { withDisplay } from '../display/virtual-display.mjs';
import { resolveRuntime } from '../electron/runtime.mjs';
import { runShown } from '../lib/exec.mjs';
import { runMain } from '../lib/failure.mjs';
import { ensureElectron } from '../setup/index.mjs';
import { hasDisplay } from '../setup/system-libraries.mjs';
import { readCommandLine } from './command-line.ts';
import { playTour } from './tour.ts';

await runMain(async () => {
  const { tour, appArguments } = readCommandLine(process.argv.slice(2));
  await ensureElectron();
  await buildIfStale();
  if (tour.asked) return withDisplay(() => playTour(tour));
  if (!hasDisplay()) {
    console.log('There is no display here: playing the tour on a virtual one, so that something can be seen.');
    return withDisplay(() => playTour(tour));
  }
  return startApp(appArguments);
});

async function startApp(appArguments: readonly string[]): Promise<number> {
  const { executablePath, args, kind, version } = resolveRuntime();
  // Who names a server wants that one, not the one of the trial.
  const mode = appArguments.some((argument) => /^--(server|trial)(=|$)/.test(argument)) ? [] : ['--trial'];
  console.log(`Starting Replydesk on Electron ${version} (${kind}). Close its window or press Ctrl-C to end it.`);
  return runShown(executablePath, [...args, ...mode, ...appArguments]);
}
