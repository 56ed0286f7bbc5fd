import type { Database } from 'better-sqlite3';
import { prepare } from './statement.ts';

/** What agents have begun and not sent beside their texts, one value a place: JSON, which its reader checks. */
export function unfinishedTable(database: Database) {
  const put = prepare<[string, string]>(database, 'INSERT OR REPLACE INTO unfinished (place, value) VALUES (?, ?)');
  const remove = prepare<[string]>(database, 'DELETE FROM unfinished WHERE place = ?');
  // A row that is replaced gets the next number: this is the order in which the places were written in last.
  const all = prepare<[], { place: string; value: string }>(
    database,
    'SELECT place, value FROM unfinished ORDER BY rowid',
  );
  const clear = prepare<[]>(database, 'DELETE FROM unfinished');
  return {
    set: (place: string, value: string) => void (value === '' ? remove.run(place) : put.run(place, value)),
    load: () => all.all(),
    clear: () => void clear.run(),
  };
}
