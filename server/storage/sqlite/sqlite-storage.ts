import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Disposable } from '#shared/disposable.ts';
import type { Schema } from '../schema.ts';
import { type Storage, StorageError, type Tables } from '../storage.ts';
import { tablesOf } from '../tables/index.ts';
import { lockRecords } from './lock.ts';
import { migrate } from './migrate.ts';
import { withStatementCache } from './statement-cache.ts';

export interface SqliteStorageOptions {
  /** Path of the database file; made, with its folder, when it does not exist. `:memory:` keeps nothing. */
  readonly file: string;
}

/** The records in one SQLite file (SRV-1: embedded and standalone). */
export class SqliteStorage implements Storage {
  readonly #file: string;
  #lock: Disposable | undefined;
  #db: Kysely<Schema> | undefined;
  #serverId = '';

  constructor({ file }: SqliteStorageOptions) {
    this.#file = file;
  }

  get serverId(): string {
    return this.#serverId;
  }

  async start(): Promise<void> {
    const kept = this.#file !== ':memory:';
    if (kept) mkdirSync(dirname(this.#file), { recursive: true });
    this.#lock = kept ? lockRecords(this.#file) : undefined;
    try {
      const database = withStatementCache(openDatabase(this.#file));
      this.#db = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
      this.#serverId = (await tablesOf(this.#db).meta.get('serverId')) ?? '';
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    const db = this.#db;
    this.#db = undefined;
    await db?.destroy();
    this.#lock?.dispose();
    this.#lock = undefined;
  }

  async read<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    // One connection for all of `work`: no transaction can come between its statements.
    return this.#open()
      .connection()
      .execute((db) => work(tablesOf(db)));
  }

  async transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.#open()
      .transaction()
      .execute((db) => work(tablesOf(db)));
  }

  #open(): Kysely<Schema> {
    if (!this.#db) throw new Error(`the records in ${this.#file} are not open`);
    return this.#db;
  }
}

function openDatabase(file: string): Database {
  let db: Database | undefined;
  try {
    db = new SqliteDatabase(file, { timeout: 5000 });
    // A commit is on the disk before a webhook or a desk is answered (SRV-2), so FULL, which WAL does not have by itself.
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    migrate(db, file);
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof StorageError) throw cause;
    throw new StorageError(
      'database-unreadable',
      `The records in ${file} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        'Check disk space and permissions; if the file is damaged, restore it from a backup or move it away to begin anew.',
      { cause },
    );
  }
}
