import type { Settings } from '../settings.ts';

/**
 * Throughput of a number (80 a second, in and out) and the pair rate (one in 6 s to one person, up to 45 borrowed
 * from the future), 31-cloud-api section 16.
 */
export class RateLimits {
  readonly #settings: Settings;
  readonly #lastSecond = new Map<string, number[]>();
  /** When the pair has paid back what it borrowed, milliseconds. */
  readonly #paidBackAt = new Map<string, number>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Counts a message of the number that cannot be refused: an inbound one. */
  note(phoneNumberId: string, now: number): void {
    this.#recent(phoneNumberId, now).push(now);
  }

  /** Counts a message to a person, or answers the code it is refused with. */
  take(phoneNumberId: string, customerKey: string, now: number): 130429 | 131056 | undefined {
    const { messagesPerSecond, pairSeconds, pairBurst } = this.#settings.limits;
    const recent = this.#recent(phoneNumberId, now);
    if (messagesPerSecond > 0 && recent.length >= messagesPerSecond) return 130429;
    const pair = `${phoneNumberId}:${customerKey}`;
    const step = pairSeconds * 1000;
    const paidBackAt = Math.max(this.#paidBackAt.get(pair) ?? 0, now) + step;
    if (step > 0 && paidBackAt - now > pairBurst * step) return 131056;
    this.#paidBackAt.set(pair, paidBackAt);
    recent.push(now);
    return undefined;
  }

  reset(): void {
    this.#lastSecond.clear();
    this.#paidBackAt.clear();
  }

  #recent(phoneNumberId: string, now: number): number[] {
    const recent = (this.#lastSecond.get(phoneNumberId) ?? []).filter((at) => now - at < 1000);
    this.#lastSecond.set(phoneNumberId, recent);
    return recent;
  }
}
