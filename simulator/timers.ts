import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';

interface Waiting {
  timer?: Disposable;
  readonly action: () => void;
}

/** What one part of the simulator has planned, so that it can be ended or run together. */
export class Timers {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  #stopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs `action` once after `delayMs` of the clock; nothing more is planned after `stop`. */
  after(delayMs: number, action: () => void): void {
    if (this.#stopped) return;
    const waiting: Waiting = { action };
    this.#waiting.add(waiting);
    waiting.timer = this.#clock.after(delayMs, () => this.#run(waiting));
  }

  /** Runs everything planned now, in the order it was planned. */
  flush(): void {
    for (const waiting of [...this.#waiting]) this.#run(waiting);
  }

  /** Forgets everything planned. */
  clear(): void {
    for (const waiting of this.#waiting) waiting.timer?.dispose();
    this.#waiting.clear();
  }

  stop(): void {
    this.#stopped = true;
    this.clear();
  }

  #run(waiting: Waiting): void {
    if (!this.#waiting.delete(waiting)) return;
    waiting.timer?.dispose();
    waiting.action();
  }
}
