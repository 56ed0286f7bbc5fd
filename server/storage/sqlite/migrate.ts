import type { Database } from 'better-sqlite3';
import { ulid } from 'ulid';
import { StorageError } from '../storage.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/**
 * Brings the database to the newest schema in one transaction: all of it or nothing. A database that a newer program
 * has written is refused, because this one could not keep what it does not know.
 */
export function migrate(db: Database, file: string, steps: readonly Migration[] = migrations): void {
  db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
    const current = schemaOf(db);
    const newest = steps.at(-1)?.version ?? 0;
    if (current > newest) throw tooNew(file, current, newest);
    for (const step of steps) {
      if (step.version > current) db.exec(step.sql);
    }
    const write = db.prepare(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    );
    write.run('schema', String(newest));
    db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING').run('serverId', ulid());
  }).immediate();
}

function schemaOf(db: Database): number {
  const row = db.prepare("SELECT value FROM meta WHERE key = 'schema'").get() as { value: string } | undefined;
  return row ? Number(row.value) : 0;
}

function tooNew(file: string, current: number, newest: number): StorageError {
  return new StorageError(
    'database-too-new',
    `${file} was written by a newer version of this program (schema ${current}; this one knows up to ${newest}). ` +
      'Install the newer version again, or start with another data folder.',
  );
}
