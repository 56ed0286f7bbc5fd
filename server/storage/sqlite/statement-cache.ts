import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Kysely writes the same few hundred texts; more than this means that somebody puts values into SQL. */
const LIMIT = 500;

/** The database as Kysely wants it, compiling each SQL text once instead of at each use. */
export function withStatementCache(db: Database): SqliteDatabase {
  const statements = new Map<string, Statement>();
  return {
    close() {
      statements.clear();
      db.close();
    },
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known as unknown as ReturnType<SqliteDatabase['prepare']>;
      const statement = db.prepare(sql);
      if (statements.size >= LIMIT) statements.clear();
      statements.set(sql, statement);
      return statement as unknown as ReturnType<SqliteDatabase['prepare']>;
    },
  };
}
