import SqliteDatabase, { type Database } from 'better-sqlite3';
import { type Disposable, disposable } from '#shared/disposable.ts';
import { StorageError } from '../storage.ts';

/**
 * Makes sure that one server alone uses the records: two would give the same places in the log twice. A lock held in
 * an SQLite file of its own ends with the process, however it ends, so no stale one can be left behind; and the
 * records themselves stay readable for tools while the server runs.
 */
export function lockRecords(file: string): Disposable {
  const path = `${file}.lock`;
  const lock = new SqliteDatabase(path, { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    throw new StorageError(
      'database-in-use',
      `Another server is using ${file}. Stop it first, or start this one with another data folder.`,
      { cause },
    );
  }
  return disposable(() => release(lock));
}

function release(lock: Database): void {
  lock.exec('ROLLBACK');
  lock.close();
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}
