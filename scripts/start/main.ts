import { parseArgs } from 'node:util';
import { buildIfStale } from '../build/build.ts';
import { withDisplay } from '../display/virtual-display.mjs';
import { resolveRuntime } from '../electron/runtime.mjs';
import { runShown } from '../lib/exec.mjs';
import { runMain } from '../lib/failure.mjs';
import { ensureElectron } from '../setup/index.mjs';
import { hasDisplay } from '../setup/system-libraries.mjs';
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

interface CommandLine {
  readonly tour: { readonly asked: boolean; readonly out: string | undefined; readonly scenario: string | undefined };
  /** Everything else, for the app to read. */
  readonly appArguments: readonly string[];
}

function readCommandLine(args: readonly string[]): CommandLine {
  const { tokens, values } = parseArgs({
    args: [...args],
    options: { tour: { type: 'boolean' }, out: { type: 'string' }, scenario: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const own = tokens.flatMap((token) => {
    if (token.kind !== 'option' || !['tour', 'out', 'scenario'].includes(token.name)) return [];
    return token.value === undefined || token.inlineValue ? [token.index] : [token.index, token.index + 1];
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    tour: { asked: values.tour === true, out: text(values.out), scenario: text(values.scenario) },
    appArguments: args.filter((_, index) => !own.includes(index)),
  };
}

async function startApp(appArguments: readonly string[]): Promise<number> {
  const { executablePath, args, kind, version } = resolveRuntime();
  // Who names a server wants that one, not the one of the trial.
  const mode = appArguments.some((argument) => /^--(server|trial)(=|$)/.test(argument)) ? [] : ['--trial'];
  console.log(`Starting Replydesk on Electron ${version} (${kind}). Close its window or press Ctrl-C to end it.`);
  return runShown(executablePath, [...args, ...mode, ...appArguments]);
}
