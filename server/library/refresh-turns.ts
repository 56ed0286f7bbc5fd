import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';

export interface RefreshTurnsOptions {
  readonly clock: Clock;
  /** Reads a channel's list anew and never throws; answers milliseconds until it wants to be read again. */
  readonly read: (channel: string) => Promise<number>;
}

/** Milliseconds between a webhook and the reading that follows: what comes in one go is read once. */
const GATHER = 2_000;

/**
 * When each channel's list is read: at most once at a time, and again by itself. Who asks gets a reading that began
 * after they asked; all who ask while one is under way share the next.
 */
export class RefreshTurns {
  readonly #options: RefreshTurnsOptions;
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();
  readonly #timers = new Map<string, Disposable>();
  #stopped = false;

  constructor(options: RefreshTurnsOptions) {
    this.#options = options;
  }

  /** Resolves when the list was read. */
  async now(channel: string): Promise<void> {
    if (this.#stopped) return;
    const running = this.#running.get(channel);
    if (!running) return this.#run(channel);
    const known = this.#next.get(channel);
    if (known) return known;
    const next = running.then(() => {
      this.#next.delete(channel);
      return this.#stopped ? undefined : this.#run(channel);
    });
    this.#next.set(channel, next);
    return next;
  }

  /** Reads it soon; nothing is waited for. */
  soon(channel: string): void {
    this.#wake(channel, GATHER);
  }

  /** Not by itself any more. */
  forget(channel: string): void {
    this.#timers.get(channel)?.dispose();
    this.#timers.delete(channel);
  }

  /** Nothing new; waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const channel of [...this.#timers.keys()]) this.forget(channel);
    await Promise.all(this.#running.values());
  }

  #run(channel: string): Promise<void> {
    this.forget(channel);
    const running = this.#options.read(channel).then((pause) => {
      this.#running.delete(channel);
      // A webhook during the reading has asked for another one already.
      if (!this.#timers.has(channel)) this.#wake(channel, pause);
    });
    this.#running.set(channel, running);
    return running;
  }

  #wake(channel: string, delay: number): void {
    if (this.#stopped || !Number.isFinite(delay)) return;
    this.forget(channel);
    const timer = this.#options.clock.after(delay, () => {
      this.#timers.delete(channel);
      void this.now(channel);
    });
    this.#timers.set(channel, timer);
  }
}
