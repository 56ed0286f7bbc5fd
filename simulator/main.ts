import { parseArgs } from 'node:util';
import pino from 'pino';
import { SystemClock } from '#shared/clock.ts';
import { Simulator } from './simulator.ts';

/** The part of Electron's utility-process port that is used here; it exists only inside such a process. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

function parentPort(): ParentPort | undefined {
  return (process as { readonly parentPort?: ParentPort }).parentPort;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, config: { type: 'string' } },
    strict: true,
  });
  const log = pino({ name: 'simulator' }, pino.destination({ dest: 2, sync: true }));
  const settings = values.port === undefined ? {} : { port: Number(values.port) };
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

main().catch((cause: unknown) => {
  process.stderr.write(`The simulator could not start: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
