import { parseArgs } from 'node:util';
import pino from 'pino';
import { z } from 'zod';
import { SystemClock } from '#shared/clock.ts';
import { readSimulatorConfig } from './config/read-config.ts';
import type { Log } from './log.ts';
import type { SettingsInput } from './settings.ts';
import { Simulator } from './simulator.ts';

/** The part of Electron's utility-process port that is used here; it exists only inside such a process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function parentPort(): ParentPort | undefined {
  return (process as { readonly parentPort?: ParentPort }).parentPort;
}

/** `--port N` (0: any free one), `--config DIR`, `--scenario NAME`; each goes before what the config says. */
function readSettings(args: readonly string[], log: Log): SettingsInput {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, config: { type: 'string' }, scenario: { type: 'string' } },
  });
  const { settings, warnings } = values.config ? readSimulatorConfig(values.config) : { settings: {}, warnings: [] };
  for (const warning of warnings) log.warn({ config: values.config }, warning);
  return {
    ...settings,
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
    ...(values.scenario === undefined ? {} : { scenario: values.scenario }),
  };
}

async function main(): Promise<void> {
  const log = pino({ name: 'simulator' }, pino.destination({ dest: 2, sync: true }));
  const settings = readSettings(process.argv.slice(2), log);
  const simulator = new Simulator({ clock: new SystemClock(), log, settings });
  const { url } = await simulator.start();
  process.stdout.write(`replydesk simulator listening on ${url}\n`);
  endWhenTold(simulator);
  parentPort()?.postMessage({ type: 'listening', url });
}

function endWhenTold(simulator: Simulator): void {
  const end = () => {
    void simulator.stop().finally(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  parentPort()?.on('message', ({ data }) => {
    if ((data as { readonly type?: unknown } | null)?.type === 'stop') end();
  });
}

function explain(cause: unknown): string {
  if (cause instanceof z.ZodError) return z.prettifyError(cause);
  return cause instanceof Error ? cause.message : String(cause);
}

main().catch((cause: unknown) => {
  process.stderr.write(`The simulator could not start: ${explain(cause)}\n`);
  process.exitCode = 1;
});
