import { type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Log } from '../desk/log.ts';

/** What the server and the simulator tell their parent once they run, or cannot. */
const reportSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening'), url: z.url() }),
  z.object({ type: z.literal('failed'), error: z.object({ code: z.string(), message: z.string() }) }),
]);

const START_TIMEOUT = 20_000;
const STOP_TIMEOUT = 5_000;

export interface UtilityProgramOptions {
  /** For people and logs, e.g. "messaging server". */
  readonly name: string;
  /** Built entry file. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly log: Log;
  /** Called when it ends without having been asked to. */
  readonly onLost: (exitCode: number) => void;
}

/** A program of ours in an Electron utility process: the embedded server or the simulator (SRV-1). */
export class UtilityProgram {
  readonly #options: UtilityProgramOptions;
  #child: UtilityProcess | undefined;
  #stopping = false;

  constructor(options: UtilityProgramOptions) {
    this.#options = options;
  }

  /** Resolves with the address it listens on, or with its own reason why it does not. */
  start(): Promise<Result<string>> {
    const { name, entry, args, log } = this.#options;
    const child = utilityProcess.fork(entry, [...args], { serviceName: `Replydesk ${name}`, stdio: 'pipe' });
    this.#child = child;
    child.stdout?.on('data', (chunk: Buffer) => log.info({ output: chunk.toString().trimEnd() }, name));
    child.stderr?.on('data', (chunk: Buffer) => log.warn({ output: chunk.toString().trimEnd() }, name));
    return new Promise((resolve) => {
      const timer = setTimeout(
        () =>
          resolve(
            refuse(
              'start-timeout',
              `The ${name} did not start within ${START_TIMEOUT / 1000} seconds. The log says more.`,
              true,
            ),
          ),
        START_TIMEOUT,
      );
      child.on('message', (message: unknown) => {
        const report = reportSchema.safeParse(message);
        if (!report.success) return;
        clearTimeout(timer);
        if (report.data.type === 'listening') resolve(ok(report.data.url));
        else resolve(refuse(report.data.error.code, report.data.error.message));
      });
      child.on('exit', (code) => {
        clearTimeout(timer);
        this.#child = undefined;
        resolve(
          refuse('start-failed', `The ${name} ended with exit code ${code} before it was ready. The log says more.`),
        );
        if (!this.#stopping) this.#options.onLost(code);
      });
    });
  }

  /** Asks it to finish and close; ends it after five seconds. */
  stop(): Promise<void> {
    const child = this.#child;
    this.#stopping = true;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill(), STOP_TIMEOUT);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.postMessage({ type: 'stop' });
    });
  }
}
