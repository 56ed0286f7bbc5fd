import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import { type Refusal, refuse } from '#shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { Batch } from '../cache/operations.ts';
import type { Log } from './log.ts';
import { PendingWrites } from './pending-writes.ts';

/** Milliseconds until a write that was refused is tried again. */
const TRY_AGAIN = 3_000;

/** A bug, but the batch must not be dropped: the cursor of the next would run ahead of its events. */
const brokenDown = refuse('cache-broken', 'The local cache does not work. Restart Replydesk.', true);

export interface CacheWriterOptions {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  /** Everything up to here is on disk; it may be acknowledged to the server. */
  readonly onDurable: (cursor: number) => void;
  /** A write was refused (the refusal), or writing works again (null). */
  readonly onTrouble: (refusal: Refusal | null) => void;
}

/**
 * Writes what the desk collects, one transaction after the other, several frames at once when the disk is slower than
 * the server. What cannot be written is kept and tried again: the desk goes on, unacknowledged (REL-1, disk full).
 */
export class CacheWriter {
  readonly pending = new PendingWrites(() => this.#plan());
  readonly #options: CacheWriterOptions;
  #durable = 0;
  #isPlanned = false;
  #writing: Promise<void> | undefined;
  #retry: Disposable | undefined;
  /** Grows when the file is another one: what was under way for the old one says nothing about the new. */
  #generation = 0;

  constructor(options: CacheWriterOptions) {
    this.#options = options;
  }

  /** The last cursor on disk. */
  get durable(): number {
    return this.#durable;
  }

  /** Begins with a newly opened file that has come as far as `cursor`. Nothing of another file is left. */
  begin(cursor: number): void {
    this.#generation += 1;
    this.#retry?.dispose();
    this.#retry = undefined;
    this.pending.clear();
    this.#durable = cursor;
  }

  /** Begins to write what is collected, unless a write is under way: that one is followed by another. */
  push(): void {
    if (this.#writing || this.#retry) return;
    const batch = this.pending.take();
    if (!batch) return;
    this.#writing = this.#write(batch, this.#generation).finally(() => {
      this.#writing = undefined;
      this.push();
    });
  }

  /** Resolves when everything collected so far is written, or was refused: what is read after this is up to date. */
  async settle(): Promise<void> {
    this.push();
    // What is collected now goes with the write that follows the one under way.
    await this.#writing;
    await this.#writing;
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      this.push();
    });
  }

  async #write(batch: Batch, generation: number): Promise<void> {
    const result = await this.#options.cache.call('apply', batch).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'The cache broke down while writing');
      return brokenDown;
    });
    if (generation !== this.#generation) return;
    if (!result.ok) {
      this.#refused(batch, result.error);
      return;
    }
    this.#options.onTrouble(null);
    if (batch.cursor !== null) {
      this.#durable = batch.cursor;
      this.#options.onDurable(batch.cursor);
    }
  }

  #refused(batch: Batch, refusal: Refusal): void {
    this.#options.log.warn({ code: refusal.code }, 'The cache refused a write');
    this.pending.restore(batch);
    this.#retry = this.#options.clock.after(TRY_AGAIN, () => {
      this.#retry = undefined;
      this.push();
    });
    this.#options.onTrouble(refusal);
  }
}
