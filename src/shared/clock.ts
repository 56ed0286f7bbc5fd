import { type Disposable, disposable } from './disposable.ts';

/**
 * The only source of time (SRV-2: one injectable clock). Times are milliseconds since the Unix epoch;
 * durations are milliseconds.
 */
export interface Clock {
  now(): number;
  /** Runs `action` once, after `delay` milliseconds of this clock. */
  after(delay: number, action: () => void): Disposable;
}

type TimerHost = {
  setTimeout(action: () => void, delay: number): unknown;
  clearTimeout(handle: unknown): void;
};

/** Node and browsers hold a timer's delay in 32 bits; longer waits are cut into steps. */
const LONGEST_TIMER = 2_147_483_000;

interface Waiting {
  readonly due: number;
  readonly action: () => void;
}

/** Wall time plus an offset that can be moved forward (SIM-1: `/control/clock`, trial mode only). */
export class SystemClock implements Clock {
  readonly #timers = globalThis as unknown as TimerHost;
  readonly #waiting = new Map<Waiting, unknown>();
  #offset = 0;

  now(): number {
    return Date.now() + this.#offset;
  }

  after(delay: number, action: () => void): Disposable {
    const entry: Waiting = { due: this.now() + delay, action };
    this.#arm(entry);
    return disposable(() => {
      this.#timers.clearTimeout(this.#waiting.get(entry));
      this.#waiting.delete(entry);
    });
  }

  /** Moves the clock forward; what has become due runs soon after, in order of its time. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
    const entries = [...this.#waiting].sort(([a], [b]) => a.due - b.due);
    for (const [entry, handle] of entries) {
      this.#timers.clearTimeout(handle);
      this.#arm(entry);
    }
  }

  #arm(entry: Waiting): void {
    const left = Math.max(entry.due - this.now(), 0);
    const wait = Math.min(left, LONGEST_TIMER);
    this.#waiting.set(
      entry,
      this.#timers.setTimeout(() => this.#fire(entry, wait < left), wait),
    );
  }

  #fire(entry: Waiting, isStep: boolean): void {
    // Node may fire a timer some milliseconds early. More than that means that the computer's clock was set back
    // meanwhile: timers count steady time, and the wait must not begin anew.
    const early = entry.due - this.now();
    if (isStep || (early > 1 && early < 50)) {
      this.#arm(entry);
      return;
    }
    this.#waiting.delete(entry);
    entry.action();
  }
}

/** A clock for tests: time stands still until `advance` is called. */
export class ManualClock implements Clock {
  #now: number;
  readonly #waiting = new Set<Waiting>();

  constructor(now = Date.UTC(2026, 0, 5, 9, 0, 0)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delay: number, action: () => void): Disposable {
    const entry: Waiting = { due: this.#now + Math.max(delay, 0), action };
    this.#waiting.add(entry);
    return disposable(() => this.#waiting.delete(entry));
  }

  /** Moves time forward, running what becomes due at its own time and in its order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = [...this.#waiting].filter((w) => w.due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      this.#waiting.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.action();
    }
    this.#now = end;
  }
}
