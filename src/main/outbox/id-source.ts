import { decodeTime, isValid, monotonicFactory } from 'ulid';

/**
 * ULIDs for presses of Send (SRV-2): each greater than all before it, also over restarts and when the clock was set
 * back, since messages still on the desk are shown and sent in the order of their ids.
 */
export class IdSource {
  readonly #next = monotonicFactory();
  #last = 0;

  /** Ids made from now on come after this one. */
  follow(id: string): void {
    if (isValid(id)) this.#last = Math.max(this.#last, decodeTime(id) + 1);
  }

  /** `now`: server time, ms. */
  next(now: number): string {
    this.#last = Math.max(this.#last, now);
    return this.#next(this.#last);
  }
}
