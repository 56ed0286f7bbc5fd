/** How many of the newest samples count. */
const SAMPLES = 8;

/** A sample this much below the estimate is no slow frame any more: a clock was set (ms). */
const CLOCK_WAS_SET = 5_000;

/**
 * Server time minus PC time (SRV-2), from the times in the server's frames. A frame was on its way for some unknown
 * time, so each sample is too low by that much: the highest of the newest samples is nearest the truth.
 */
export class ClockOffset {
  #samples: number[] = [];

  /** Milliseconds to add to the PC's time; 0 until the first sample. */
  get value(): number {
    return this.#samples.length === 0 ? 0 : Math.max(...this.#samples);
  }

  add(serverTime: number, receivedAt: number): void {
    const sample = serverTime - receivedAt;
    if (sample < this.value - CLOCK_WAS_SET) this.#samples = [];
    this.#samples = [...this.#samples.slice(1 - SAMPLES), sample];
  }

  /** For a new connection: what was measured before may be of another server or another day. */
  reset(): void {
    this.#samples = [];
  }
}
