import type { Clock } from '#shared/clock.ts';
import { type Refusal, refuse } from '#shared/result.ts';
import { type Cache, WorkerCache } from '../cache/cache.ts';
import { openCache } from '../cache/open-cache.ts';
import type { OperationResult } from '../cache/operations.ts';
import { asideNotice, cacheNotice, WRITE_TROUBLE, writeNotice } from './cache-notices.ts';
import { CacheWriter } from './cache-writer.ts';
import type { Log } from './log.ts';
import type { Notices } from './notices.ts';

export interface CacheFileOptions {
  /** The worker's program. */
  readonly program: URL;
  readonly clock: Clock;
  readonly log: Log;
  readonly notices: Notices;
  readonly onDurable: (cursor: number) => void;
  /** A fresh file has taken the place of a damaged one: what is in memory must be written again. */
  readonly onFresh: () => Promise<void>;
}

const unusable = refuse('cache-unusable', 'The local cache of this desk cannot be opened.').error;

/** The cache file of whoever is signed in, with everything that can be wrong with it told to the agent (REL-1). */
export class CacheFile {
  readonly cache: Cache;
  readonly writer: CacheWriter;
  readonly #options: CacheFileOptions;
  #file: string | undefined;
  #isRecovering = false;

  constructor(options: CacheFileOptions) {
    this.#options = options;
    const { clock, log, onDurable } = options;
    this.cache = new WorkerCache(options.program, (error) => this.#failed(error));
    this.writer = new CacheWriter({ cache: this.cache, clock, log, onDurable, onTrouble: (t) => this.trouble(t) });
  }

  /** Opens the file, or what can be had in its place; undefined when there is no cache at all. */
  async open(file: string): Promise<OperationResult<'load'> | undefined> {
    this.#file = file;
    const opened = await openCache(this.cache, file, this.#options.clock.now());
    if (!opened.ok) {
      this.#options.notices.add(cacheNotice({ kind: 'memory', refusal: unusable, file }));
      this.writer.begin(0);
      return undefined;
    }
    const { troubles, loaded } = opened.value;
    for (const trouble of troubles) {
      this.#options.log.error({ kind: trouble.kind, code: trouble.refusal.code }, 'The cache file could not be used');
      this.#options.notices.add(cacheNotice(trouble));
    }
    if (loaded.outboxSetAside > 0) this.#options.notices.add(asideNotice(loaded.outboxSetAside, 'damaged'));
    this.writer.begin(loaded.damaged ? 0 : loaded.cursor);
    return loaded;
  }

  /** Writes what is pending and closes the file. */
  async close(): Promise<void> {
    await this.writer.settle();
    this.#file = undefined;
    this.writer.begin(0);
    await this.cache.call('close', {});
  }

  /** Another server answers: everything of the old one leaves the file, the unsent messages are put aside in it. */
  reset(meta: Record<string, string>): void {
    this.writer.begin(0);
    this.cache
      .call('reset', { meta, reason: 'other-server' })
      .then((result) => {
        if (!result.ok) this.trouble(result.error);
        else if (result.value.outboxSetAside > 0) {
          this.#options.notices.add(asideNotice(result.value.outboxSetAside, 'other-server'));
        }
      })
      .catch((error: unknown) => this.#options.log.error({ err: error }, 'The cache could not be emptied'));
  }

  /** Ends the worker. */
  async stop(): Promise<void> {
    await this.close();
    await this.cache.close();
  }

  /** An operation was refused (null: the last one went well). */
  trouble(refusal: Refusal | null): void {
    if (refusal === null) this.#options.notices.dismiss(WRITE_TROUBLE);
    else if (refusal.code === 'cache-corrupt') this.#recover();
    else if (refusal.code !== 'cache-closed' || this.#file !== undefined) {
      this.#options.notices.add(writeNotice(refusal));
    }
  }

  #failed(error: Error): void {
    this.#options.log.error({ err: error }, 'The cache worker broke down');
    this.trouble(unusable);
  }

  /** The file broke while it was in use: it is set aside, and what is in memory is written to a fresh one. */
  #recover(): void {
    const file = this.#file;
    if (file === undefined || this.#isRecovering) return;
    this.#isRecovering = true;
    this.#replace(file)
      .catch((error: unknown) => this.#options.log.error({ err: error }, 'The damaged cache could not be replaced'))
      .finally(() => {
        this.#isRecovering = false;
      });
  }

  async #replace(file: string): Promise<void> {
    const corrupt = refuse('cache-corrupt', '').error;
    const aside = await this.cache.call('set-aside', { file, at: this.#options.clock.now() });
    if (aside.ok) this.#options.notices.add(cacheNotice({ kind: 'damaged', refusal: corrupt, file: aside.value.file }));
    await this.open(file);
    await this.#options.onFresh();
  }
}
