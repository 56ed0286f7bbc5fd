import type { Clock } from '#shared/clock.ts';
import { ClockOffset } from '../connection/clock-offset.ts';

/** A difference of clocks smaller than this (ms) is not told to the pages again. */
const STEP = 50;

/** Server time as well as it is known here (SRV-2), from the times in the server's frames. */
export class ServerTime {
  readonly #clock: Clock;
  readonly #onShown: () => void;
  readonly #offset = new ClockOffset();
  #shown = 0;

  /** `onShown`: what pages are told of it has changed. */
  constructor(clock: Clock, onShown: () => void) {
    this.#clock = clock;
    this.#onShown = onShown;
  }

  /** Milliseconds since 1970 by the server's clock. */
  now(): number {
    return this.#clock.now() + this.#offset.value;
  }

  /** Milliseconds to add to the PC's time. */
  get offset(): number {
    return this.#offset.value;
  }

  /** The offset as pages know it: it stands still while the true one only trembles. */
  get shownOffset(): number {
    return this.#shown;
  }

  /** A new connection: what was measured on the one before does not count. */
  begin(serverTime: number): void {
    this.#offset.reset();
    this.sample(serverTime);
  }

  sample(serverTime: number): void {
    this.#offset.add(serverTime, this.#clock.now());
    if (Math.abs(this.offset - this.#shown) < STEP) return;
    this.#shown = this.offset;
    this.#onShown();
  }
}
