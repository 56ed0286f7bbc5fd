import type { Database } from 'better-sqlite3';
import type { SeenRow } from '../operations.ts';
import { prepare } from './statement.ts';

/** Up to which message the agent has read each interaction, and how many customer messages came since. */
export function seenTable(database: Database) {
  const put = prepare<[string, number, number]>(
    database,
    'INSERT OR REPLACE INTO seen (interaction_id, seen_order, unread) VALUES (?, ?, ?)',
  );
  const get = prepare<[string], { seen_order: number; unread: number }>(
    database,
    'SELECT seen_order, unread FROM seen WHERE interaction_id = ?',
  );
  const clear = prepare<[]>(database, 'DELETE FROM seen');
  return {
    put: (row: SeenRow) => void put.run(row.interactionId, row.seenOrder, row.unread),
    get(interactionId: string): { seenOrder: number; unread: number } {
      const row = get.get(interactionId);
      return { seenOrder: Math.max(0, row?.seen_order ?? 0), unread: Math.max(0, row?.unread ?? 0) };
    },
    clear: () => void clear.run(),
  };
}
