import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Refusal } from '#shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheWriter } from './cache-writer.ts';
import type { Log } from './log.ts';

const DAY = 24 * 3_600_000;
const MEGABYTE = 1024 * 1024;
/** Until the start of the program is over, ms. */
const AFTER_START = 60_000;
/** Between two steps, ms: what the agent does meanwhile does not wait for more than one. */
const PAUSE = 20;

/** How much the cache keeps; options `transcript-cache.retention-days` and `transcript-cache.max-size-mb`. */
export interface CacheLimits {
  readonly retentionDays: number;
  readonly maxSizeMb: number;
}

export interface CacheTrimmingOptions {
  readonly cache: Pick<Cache, 'call'>;
  readonly writer: Pick<CacheWriter, 'settle'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: () => CacheLimits;
  /** Server time, ms. */
  readonly serverNow: () => number;
  /** Contacts of interactions on the desk: what they said before may be on the screen. */
  readonly contacts: () => readonly string[];
  /** Messages that continue what is cached are being fetched: what they continue stays until they are written. */
  readonly isFetching: () => boolean;
  /** The cache is damaged. */
  readonly onTrouble: (refusal: Refusal) => void;
}

/** Lets old sessions leave the cache: some time after sign-in, once a day, and when the limits change (OPT-5). */
export class CacheTrimming {
  readonly #options: CacheTrimmingOptions;
  #next: Disposable | undefined;
  #isRunning = false;
  #limits = '';
  /** Grows with each file: what is under way for another one says nothing about this. */
  #generation = 0;
  #dropped = 0;

  constructor(options: CacheTrimmingOptions) {
    this.#options = options;
  }

  /** A file was opened. */
  begin(): void {
    this.end();
    this.#isRunning = true;
    this.#limits = JSON.stringify(this.#options.limits());
    this.#plan(AFTER_START);
  }

  /** The file is going to be closed. */
  end(): void {
    this.#generation += 1;
    this.#isRunning = false;
    this.#next?.dispose();
  }

  /** The limits may have changed: new ones count at once. */
  look(): void {
    const limits = JSON.stringify(this.#options.limits());
    if (!this.#isRunning || limits === this.#limits) return;
    this.#limits = limits;
    this.#plan(0);
  }

  #plan(delay: number): void {
    this.#next?.dispose();
    const generation = this.#generation;
    this.#next = this.#options.clock.after(delay, () => {
      this.#step(generation).catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'The cache could not be made smaller');
      });
    });
  }

  async #step(generation: number): Promise<void> {
    const { cache, writer, isFetching } = this.#options;
    // What has just arrived is on disk, and known there as what it is.
    await writer.settle();
    if (generation !== this.#generation) return;
    if (isFetching()) return this.#plan(PAUSE);
    const done = await cache.call('trim', this.#params());
    if (generation !== this.#generation) return;
    if (!done.ok) return this.#refused(done.error);
    this.#dropped += done.value.messages;
    if (done.value.more) return this.#plan(PAUSE);
    if (this.#dropped > 0) this.#options.log.info({ messages: this.#dropped }, 'Old messages left the cache');
    this.#dropped = 0;
    this.#plan(DAY);
  }

  #params() {
    const { limits, serverNow, contacts } = this.#options;
    const { retentionDays, maxSizeMb } = limits();
    const endedBefore = Math.floor(serverNow() - retentionDays * DAY);
    return { endedBefore, maxBytes: maxSizeMb * MEGABYTE, keepContacts: [...contacts()] };
  }

  /** Nothing an agent has to know: it is tried again tomorrow. */
  #refused(refusal: Refusal): void {
    this.#options.log.warn({ code: refusal.code }, 'The cache refused to be made smaller');
    if (refusal.code === 'cache-corrupt') this.#options.onTrouble(refusal);
    this.#plan(DAY);
  }
}
