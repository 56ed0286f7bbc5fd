import { monotonicFactory } from 'ulid';
import type { Clock } from '#shared/clock.ts';

/** Makes ULIDs by the server's clock, in ascending order even within a millisecond. */
export class IdSource {
  readonly #clock: Clock;
  readonly #next = monotonicFactory();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    return this.#next(this.#clock.now());
  }
}
