import type { Database } from 'better-sqlite3';
import { type Interaction, interactionSchema } from '#shared/domain/interaction.ts';
import type { InteractionRow } from '../operations.ts';
import { parseJson, prepare } from './statement.ts';

interface Stored {
  readonly id: string;
  readonly stale: number;
  readonly has_older: number;
  readonly body: string;
}

/** An interaction as it is stored; `interaction` is undefined when the row is damaged. */
export interface LiveRow {
  readonly id: string;
  readonly interaction: Interaction | undefined;
  readonly stale: boolean;
  readonly hasOlder: boolean;
}

const PUT = `
INSERT INTO interactions (id, contact_id, live, stale, has_older, created_at, ended_at, body)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET contact_id = excluded.contact_id, live = excluded.live, stale = excluded.stale,
  has_older = excluded.has_older, created_at = excluded.created_at, ended_at = excluded.ended_at,
  body = excluded.body`;

const EARLIER = `
SELECT id, stale, has_older, body FROM interactions
WHERE contact_id = ? AND (created_at, id) < (?, ?) AND live = 0 ORDER BY created_at DESC, id DESC LIMIT ?`;

/** When an interaction was last heard of, ms: its end, if that was told here. */
function endOf({ doneAt, lastMessage, createdAt }: Interaction): number {
  return doneAt ?? lastMessage?.at ?? createdAt;
}

function rowOf(row: Stored): LiveRow {
  return {
    id: row.id,
    interaction: interactionSchema.safeParse(parseJson(row.body)).data,
    stale: row.stale !== 0,
    hasOlder: row.has_older !== 0,
  };
}

/** Folded states; those that are not live any more stay for history. */
export function interactionsTable(database: Database) {
  const put = prepare<[string, string, number, number, number, number, number, string]>(database, PUT);
  const live = prepare<[], Stored>(database, 'SELECT id, stale, has_older, body FROM interactions WHERE live = 1');
  const earlier = prepare<[string, number, string, number], Stored>(database, EARLIER);
  const get = prepare<[string], Stored>(database, 'SELECT id, stale, has_older, body FROM interactions WHERE id = ?');
  const noneLive = prepare<[]>(database, 'UPDATE interactions SET live = 0 WHERE live = 1');
  const older = prepare<[string], { has_older: number }>(database, 'SELECT has_older FROM interactions WHERE id = ?');
  const setOlder = prepare<[string]>(database, 'UPDATE interactions SET has_older = 1 WHERE id = ?');
  const remove = prepare<[string]>(database, 'DELETE FROM interactions WHERE id = ?');
  const clear = prepare<[]>(database, 'DELETE FROM interactions');
  return {
    put({ interaction, ...row }: InteractionRow): void {
      const flags = [Number(row.live), Number(row.stale), Number(row.hasOlder)] as const;
      const times = [interaction.createdAt, endOf(interaction)] as const;
      put.run(interaction.id, interaction.contactId, ...flags, ...times, JSON.stringify(interaction));
    },
    live: (): LiveRow[] => live.all().map(rowOf),
    /** Of a contact, those begun before another, newest first; the ones at hand are left out. */
    earlier: (
      contactId: string,
      before: { readonly createdAt: number; readonly id: string },
      limit: number,
    ): LiveRow[] => earlier.all(contactId, before.createdAt, before.id, limit).map(rowOf),
    get(id: string): Interaction | undefined {
      const row = get.get(id);
      return row && rowOf(row).interaction;
    },
    noneLive: () => void noneLive.run(),
    /** True when the server has messages older than the cache; also for an interaction that is not known here. */
    hasOlder: (id: string): boolean => older.get(id)?.has_older !== 0,
    markOlder: (id: string) => void setOlder.run(id),
    remove: (id: string) => void remove.run(id),
    clear: () => void clear.run(),
  };
}
