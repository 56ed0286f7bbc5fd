import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectRoot } from '../support/program.ts';
import { type Order, reportSchema } from './desk-orders.ts';

/** The driver's handle on one life of the desk process. */
export class DeskHandle {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #onSession: (session: unknown) => void;
  readonly logLines: string[] = [];
  #count = 0;
  #isGone = false;

  constructor(serverUrl: string, cacheFolder: string, onSession: (session: unknown) => void) {
    this.#onSession = onSession;
    this.#child = spawn(process.execPath, ['tests/faults/desk-process.ts', serverUrl, cacheFolder], {
      cwd: projectRoot,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const { stdin, stdout, stderr } = this.#child;
    if (!stdin || !stdout || !stderr) throw new Error('the desk process has no pipes');
    createInterface({ input: stdout }).on('line', (line) => this.#take(line));
    createInterface({ input: stderr }).on('line', (line) => this.logLines.push(line));
    // Orders to a process that is being killed are lost, as a click would be.
    stdin.on('error', () => undefined);
    this.#child.once('close', () => this.#gone());
  }

  /** The answer; undefined when the process ended before it gave one. */
  order(order: Order): Promise<unknown> {
    if (this.#isGone) return Promise.resolve(undefined);
    this.#count += 1;
    const number = this.#count;
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
      this.#child.stdin?.write(`${JSON.stringify({ number, order })}\n`);
    });
  }

  /** SIGKILL, and waits for its end. */
  async kill(): Promise<void> {
    if (this.#isGone) return;
    const gone = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** Ends it as a person would. */
  async stop(): Promise<void> {
    await this.order({ do: 'stop' });
    await this.kill();
  }

  #take(line: string): void {
    const report = reportSchema.parse(JSON.parse(line));
    if ('session' in report) this.#onSession(report.session);
    else if ('log' in report) this.logLines.push(report.log);
    else {
      this.#waiting.get(report.number)?.(report.result);
      this.#waiting.delete(report.number);
    }
  }

  #gone(): void {
    this.#isGone = true;
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}
