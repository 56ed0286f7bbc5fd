import type { Database } from 'better-sqlite3';
import { type Migration, migrations } from './migrations/index.ts';

/** Schema number of a database; 0 for a new one. */
export function schemaOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Brings a database to the newest schema: all missing migrations in one transaction, or none of them. */
export function migrate(database: Database, list: readonly Migration[] = migrations): number {
  const run = database.transaction(() => {
    const from = schemaOf(database);
    for (const migration of list.filter((entry) => entry.number > from)) {
      database.exec(migration.sql);
      database.pragma(`user_version = ${migration.number}`);
    }
    return schemaOf(database);
  });
  return run.exclusive();
}
