import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ok, type Result } from '#shared/result.ts';
import { IN_MEMORY } from './in-memory.ts';
import { migrate, schemaOf } from './migrate.ts';
import { SCHEMA } from './migrations/index.ts';
import { cacheRefusal, newerRefusal } from './refusals.ts';

/** Where SQLite's file header holds `user_version`, as a big-endian 32-bit number. */
const VERSION_OFFSET = 60;

/** Schema by the file's header, read without opening it as a database: a newer program's file is not touched at all. */
function schemaInHeader(file: string): number {
  if (file === IN_MEMORY || !existsSync(file)) return 0;
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(VERSION_OFFSET + 4);
    const read = readSync(handle, header, 0, header.length, 0);
    const isDatabase = read === header.length && header.toString('latin1', 0, 15) === 'SQLite format 3';
    return isDatabase ? header.readUInt32BE(VERSION_OFFSET) : 0;
  } finally {
    closeSync(handle);
  }
}

function prepareDatabase(database: Database.Database): Result<Database.Database> {
  const found = schemaOf(database);
  if (found > SCHEMA) return { ok: false, error: newerRefusal(found, SCHEMA) };
  database.pragma('cell_size_check = ON');
  // Counts for a new file only: what is dropped from it makes it smaller (see trim.ts).
  if (found === 0) database.pragma('auto_vacuum = INCREMENTAL');
  database.pragma('journal_mode = WAL');
  // What the server sent can be asked for again; the outbox writes with FULL (see cache-database.ts).
  database.pragma('synchronous = NORMAL');
  migrate(database);
  return ok(database);
}

/**
 * Opens (or makes) a cache file and brings it to this program's schema. Refused with `cache-newer`, `cache-corrupt`,
 * `cache-locked`, `cache-unusable`, `disk-full`; the file is then not open.
 */
export function openDatabase(file: string): Result<Database.Database> {
  let database: Database.Database | undefined;
  try {
    const inHeader = schemaInHeader(file);
    if (inHeader > SCHEMA) return { ok: false, error: newerRefusal(inHeader, SCHEMA) };
    if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true });
    database = new Database(file, { timeout: 2000 });
    const prepared = prepareDatabase(database);
    if (!prepared.ok) database.close();
    return prepared;
  } catch (error) {
    database?.close();
    const refusal = cacheRefusal(error);
    if (!refusal) throw error;
    return { ok: false, error: refusal };
  }
}

/** Renames a database and its side files, so that nothing of it is lost; answers with the new name. */
export function setAside(file: string, at: number): string {
  const target = `${file}.damaged-${new Date(at).toISOString().replaceAll(':', '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  return target;
}
