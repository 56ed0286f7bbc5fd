import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';

const SECOND = 1000;

/**
 * One beat a second for everything on a page that shows a time: no timer per row, and none at all while nothing
 * listens. Beats fall on whole seconds of the clock, so that all times change together.
 */
export class Ticker {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #next: Disposable | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** PC time, ms. */
  now(): number {
    return this.#clock.now();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#next) this.#schedule();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#next?.dispose();
      this.#next = undefined;
    };
  }

  #schedule(): void {
    this.#next = this.#clock.after(SECOND - (this.#clock.now() % SECOND), () => {
      this.#schedule();
      for (const listener of [...this.#listeners]) listener();
    });
  }
}
