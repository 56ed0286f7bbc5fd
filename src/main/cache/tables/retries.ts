import type { Database } from 'better-sqlite3';
import { prepare } from './statement.ts';

/** Messages that were sent again as a new one: a second press of Retry must not make a third message. */
export function retriesTable(database: Database) {
  const put = prepare<[string, string]>(database, 'INSERT OR REPLACE INTO retries (message_id, new_id) VALUES (?, ?)');
  const all = prepare<[], { message_id: string; new_id: string }>(database, 'SELECT message_id, new_id FROM retries');
  const clear = prepare<[]>(database, 'DELETE FROM retries');
  return {
    put: (messageId: string, newId: string) => void put.run(messageId, newId),
    load: (): Record<string, string> => Object.fromEntries(all.all().map((row) => [row.message_id, row.new_id])),
    clear: () => void clear.run(),
  };
}
