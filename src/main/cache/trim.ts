import type { Database } from 'better-sqlite3';
import type { OperationParams, OperationResult } from './operations.ts';
import type { Tables } from './tables/index.ts';

/** Messages dropped in one transaction: some milliseconds, so that what is painted does not wait longer. */
const MESSAGES = 100;
/** Pages of the search index rewritten, or given back to the disk, in one step. */
const PAGES = 200;
/** Free pages that are left in the file for what comes next. */
const SPARE_PAGES = 250;
/** `auto_vacuum` of files that give free pages back step by step. */
const INCREMENTAL = 2;
/** A file made before that is rewritten once, in one go; a larger one keeps its size, and its free pages are used again. */
const LARGEST_REWRITE = 512 * 1024 * 1024;

function pragma(database: Database, name: string): number {
  return Number(database.pragma(name, { simple: true }));
}

/** Bytes in use: the file's, without its free pages. */
export function usedBytes(database: Database): number {
  const pages = pragma(database, 'page_count') - pragma(database, 'freelist_count');
  return pages * pragma(database, 'page_size');
}

/**
 * Makes the cache smaller in steps (`transcript-cache.retention-days`, `.max-size-mb`): drops old sessions, then takes
 * their words out of the search index, then gives the space back to the disk.
 */
export class Trim {
  readonly #database: Database;
  readonly #tables: Tables;
  /** The search index still has words of dropped messages; `begun`: merging it is under way. */
  #index: 'clean' | 'dirty' | 'begun' = 'clean';
  #isShrunk = false;

  constructor(database: Database, tables: Tables) {
    this.#database = database;
    this.#tables = tables;
  }

  /** One step; `more`: there is another to do. */
  step(limits: OperationParams<'trim'>): OperationResult<'trim'> {
    const messages = this.#drop(limits);
    if (messages !== undefined) return { messages, more: true };
    return { messages: 0, more: this.#mergeIndex() || this.#shrink() };
  }

  /** Messages that were dropped; undefined when every session may stay. */
  #drop({ endedBefore, maxBytes, keepContacts }: OperationParams<'trim'>): number | undefined {
    const { sessions, interactions } = this.#tables;
    const isOver = usedBytes(this.#database) > maxBytes;
    const session = sessions.oldest(isOver ? Number.MAX_SAFE_INTEGER : endedBefore, keepContacts);
    if (!session) return undefined;
    this.#index = 'dirty';
    return this.#database.transaction(() => {
      const count = sessions.dropMessages(session.id, MESSAGES);
      if (count === MESSAGES) interactions.markOlder(session.id);
      else sessions.drop(session);
      return count;
    })();
  }

  /** Words leave the index where its parts are merged. A negative number begins to merge all of it. */
  #mergeIndex(): boolean {
    if (this.#index === 'clean') return false;
    const before = this.#changes();
    this.#tables.search.merge(this.#index === 'dirty' ? -PAGES : PAGES);
    const isDone = this.#index === 'begun' && this.#changes() - before < 2;
    this.#index = isDone ? 'clean' : 'begun';
    return true;
  }

  #changes(): number {
    return Number(this.#database.prepare('SELECT total_changes()').pluck().get());
  }

  #shrink(): boolean {
    const free = pragma(this.#database, 'freelist_count');
    if (free > SPARE_PAGES && pragma(this.#database, 'auto_vacuum') === INCREMENTAL) {
      this.#database.pragma(`incremental_vacuum(${PAGES})`);
      this.#isShrunk = true;
      return true;
    }
    if (free > SPARE_PAGES && usedBytes(this.#database) <= LARGEST_REWRITE) this.#rewrite();
    // The file itself ends earlier once the log is written into it.
    if (this.#isShrunk) this.#database.pragma('wal_checkpoint(TRUNCATE)');
    this.#isShrunk = false;
    return false;
  }

  #rewrite(): void {
    this.#database.pragma(`auto_vacuum = ${INCREMENTAL}`);
    this.#database.exec('VACUUM');
    this.#isShrunk = true;
  }
}
