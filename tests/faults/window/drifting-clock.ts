import type { Clock, ManualClock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';

/** A PC's clock beside the true one: it drifts, and somebody sets it; timers count steady time all the same. */
export class DriftingClock implements Clock {
  readonly #true: ManualClock;
  readonly #since: number;
  /** Milliseconds gained in each true one. */
  readonly #drift: number;
  #offset: number;

  constructor(trueClock: ManualClock, { drift, offset }: { readonly drift: number; readonly offset: number }) {
    this.#true = trueClock;
    this.#since = trueClock.now();
    this.#drift = drift;
    this.#offset = offset;
  }

  now(): number {
    const now = this.#true.now();
    return Math.round(now + this.#offset + (now - this.#since) * this.#drift);
  }

  after(delay: number, action: () => void): Disposable {
    return this.#true.after(delay, action);
  }

  /** Somebody sets it. */
  jump(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}
