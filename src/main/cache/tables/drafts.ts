import type { Database } from 'better-sqlite3';
import { prepare } from './statement.ts';

/** Texts an agent has begun, one an interaction: in composers (UI-5), or notes for when the interaction ends. */
export function draftsTable(database: Database, name: 'drafts' | 'notes') {
  const put = prepare<[string, string]>(
    database,
    `INSERT OR REPLACE INTO ${name} (interaction_id, text) VALUES (?, ?)`,
  );
  const remove = prepare<[string]>(database, `DELETE FROM ${name} WHERE interaction_id = ?`);
  const all = prepare<[], { interaction_id: string; text: string }>(
    database,
    `SELECT interaction_id, text FROM ${name}`,
  );
  const clear = prepare<[]>(database, `DELETE FROM ${name}`);
  return {
    set: (interactionId: string, text: string) =>
      void (text === '' ? remove.run(interactionId) : put.run(interactionId, text)),
    load: (): Record<string, string> => Object.fromEntries(all.all().map((row) => [row.interaction_id, row.text])),
    clear: () => void clear.run(),
  };
}
