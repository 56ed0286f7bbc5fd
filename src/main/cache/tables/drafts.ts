import type { Database } from 'better-sqlite3';
import { prepare } from './statement.ts';

/** Texts in composers, one an interaction (UI-5). */
export function draftsTable(database: Database) {
  const put = prepare<[string, string]>(database, 'INSERT OR REPLACE INTO drafts (interaction_id, text) VALUES (?, ?)');
  const remove = prepare<[string]>(database, 'DELETE FROM drafts WHERE interaction_id = ?');
  const all = prepare<[], { interaction_id: string; text: string }>(
    database,
    'SELECT interaction_id, text FROM drafts',
  );
  const clear = prepare<[]>(database, 'DELETE FROM drafts');
  return {
    set: (interactionId: string, text: string) =>
      void (text === '' ? remove.run(interactionId) : put.run(interactionId, text)),
    load: (): Record<string, string> => Object.fromEntries(all.all().map((row) => [row.interaction_id, row.text])),
    clear: () => void clear.run(),
  };
}
