import type { Clock } from '#shared/clock.ts';

export interface FailureGuardOptions {
  readonly clock: Clock;
  /** Failures within `within` milliseconds that lock a name. */
  readonly allowed?: number;
  readonly within?: number;
  /** Milliseconds a name stays locked. */
  readonly lockedFor?: number;
  /** Names remembered at most: guesses at random names must not fill the memory. */
  readonly capacity?: number;
}

interface Record {
  readonly failures: number;
  readonly since: number;
  readonly lockedUntil: number;
}

/**
 * Locks a name after too many failed logins (API-1). It counts names that do not exist as well, so that being locked
 * tells nobody which ones do.
 */
export class FailureGuard {
  readonly #options: Required<FailureGuardOptions>;
  readonly #records = new Map<string, Record>();

  constructor(options: FailureGuardOptions) {
    this.#options = { allowed: 5, within: 15 * 60_000, lockedFor: 5 * 60_000, capacity: 10_000, ...options };
  }

  /** Milliseconds until the name may try again; 0 when it may now. */
  lockedFor(name: string): number {
    const record = this.#records.get(name);
    return record ? Math.max(record.lockedUntil - this.#options.clock.now(), 0) : 0;
  }

  /** Counts a failure; true when it locked the name. */
  failed(name: string): boolean {
    const { clock, allowed, within, lockedFor, capacity } = this.#options;
    const now = clock.now();
    const known = this.#records.get(name);
    const goesOn = known && known.since + within > now && known.lockedUntil === 0;
    const failures = goesOn ? known.failures + 1 : 1;
    const locks = failures >= allowed;
    // Set anew, so that the map's order is that of the last failure and the oldest falls out first.
    this.#records.delete(name);
    this.#records.set(name, { failures, since: goesOn ? known.since : now, lockedUntil: locks ? now + lockedFor : 0 });
    const oldest = this.#records.keys().next();
    if (this.#records.size > capacity && !oldest.done) this.#records.delete(oldest.value);
    return locks;
  }

  succeeded(name: string): void {
    this.#records.delete(name);
  }
}
