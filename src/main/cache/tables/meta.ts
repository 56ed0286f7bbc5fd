import type { Database } from 'better-sqlite3';
import { prepare } from './statement.ts';

const CURSOR = 'cursor';

/** Whose cache this is, how far it has come, and what the first picture needs. */
export function metaTable(database: Database) {
  const put = prepare<[string, string]>(database, 'INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const all = prepare<[], { key: string; value: string }>(database, 'SELECT key, value FROM meta');
  const clear = prepare<[]>(database, 'DELETE FROM meta');
  return {
    set(values: Readonly<Record<string, string>>): void {
      for (const [key, value] of Object.entries(values)) put.run(key, value);
    },
    setCursor(cursor: number): void {
      put.run(CURSOR, String(cursor));
    },
    /** A cursor that is no number counts as none: the server then sends its whole picture. */
    load(): { meta: Record<string, string>; cursor: number } {
      const { [CURSOR]: stored = '0', ...meta } = Object.fromEntries(all.all().map((row) => [row.key, row.value]));
      const cursor = Number(stored);
      return { meta, cursor: Number.isSafeInteger(cursor) && cursor > 0 ? cursor : 0 };
    },
    clear: () => void clear.run(),
  };
}
