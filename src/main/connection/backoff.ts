const FIRST = 500;
const LONGEST = 30_000;

/** Waits between attempts to connect: doubling from 0.5 s to 30 s, spread so that many desks do not return at once. */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Attempts that failed since the last `reset`. */
  get failures(): number {
    return this.#failures;
  }

  /** Milliseconds until the next attempt: between half of the step and the whole. */
  next(): number {
    const step = Math.min(FIRST * 2 ** this.#failures, LONGEST);
    this.#failures += 1;
    return Math.round(step * (0.5 + this.#random() / 2));
  }

  reset(): void {
    this.#failures = 0;
  }
}
