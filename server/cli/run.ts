import { mkdirSync } from 'node:fs';
import { SystemClock } from '#shared/clock.ts';
import { loadConfiguration } from '../config/load-configuration.ts';
import type { Override } from '../config/overrides.ts';
import { StartFailure } from '../failure.ts';
import { createLog } from '../log.ts';
import { Server } from '../server.ts';
import { formatDiagnostic } from './diagnostics.ts';

export interface RunOptions {
  readonly optionFolder: string;
  readonly dataFolder: string;
  readonly trial: boolean;
  readonly overrides: readonly Override[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes one line for people. */
  readonly complain: (line: string) => void;
}

/** A server made of an option folder and a data folder, started. Fails with a `StartFailure` that says what to do. */
export async function startServer(options: RunOptions): Promise<{ readonly server: Server; readonly url: string }> {
  const { optionFolder, dataFolder, trial, overrides, environment, complain } = options;
  const configurationOptions = { folder: optionFolder, trial, overrides, environment };
  const loaded = loadConfiguration(configurationOptions);
  for (const diagnostic of loaded.diagnostics) complain(formatDiagnostic(optionFolder, diagnostic));
  if (!loaded.configuration) {
    const fatal = loaded.diagnostics.filter(({ severity }) => severity === 'fatal').length;
    const findings = fatal === 1 ? 'one finding' : `${fatal} findings`;
    throw new StartFailure(
      'bad-options',
      `The server does not start: ${findings} in ${optionFolder} must be corrected.`,
    );
  }
  makeDataFolder(dataFolder);
  const server = new Server({
    configuration: loaded.configuration,
    options: configurationOptions,
    dataFolder,
    clock: new SystemClock(),
    log: createLog({ level: loaded.configuration.server.logLevel }),
  });
  const { url } = await server.start();
  return { server, url };
}

function makeDataFolder(folder: string): void {
  try {
    // Records hold what customers write: for the server's own user only.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartFailure(
      'data-folder',
      `The data folder ${folder} cannot be made: ${reason}. Give another with --data.`,
      {
        cause,
      },
    );
  }
}
