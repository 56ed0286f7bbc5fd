import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { MessageError } from '#shared/domain/message.ts';
import { type OutboxRow, outboxRowSchema } from '../operations.ts';
import { parseJson, prepare } from './statement.ts';

interface Stored {
  readonly position: number;
  readonly id: string;
  readonly interaction_id: string;
  readonly state: string;
  readonly content: string;
  readonly message: string;
  readonly error: string | null;
  readonly digest: string;
}

/** A flipped bit can leave a row readable: its text would go to a customer. Only a row with its own digest is sent. */
function digestOf(row: Pick<Stored, 'id' | 'interaction_id' | 'content' | 'message'>): string {
  const parts = [row.id, row.interaction_id, row.content, row.message];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function rowOf(stored: Stored): OutboxRow | undefined {
  if (digestOf(stored) !== stored.digest) return undefined;
  const { id, interaction_id: interactionId, state } = stored;
  const content = parseJson(stored.content);
  const message = parseJson(stored.message);
  const error = stored.error === null ? null : parseJson(stored.error);
  return outboxRowSchema.safeParse({ id, interactionId, state, content, message, error }).data;
}

const ADD =
  'INSERT INTO outbox (id, interaction_id, state, content, message, error, digest) VALUES (?, ?, ?, ?, ?, ?, ?)';

/** What this desk still has to send, in the order pressed, and what could not be sent (SRV-2). */
export function outboxTable(database: Database) {
  const add = prepare<[string, string, string, string, string, string | null, string]>(database, ADD);
  const fail = prepare<[string, string]>(database, "UPDATE outbox SET state = 'failed', error = ? WHERE id = ?");
  const remove = prepare<[string]>(database, 'DELETE FROM outbox WHERE id = ?');
  const all = prepare<[], Stored>(database, 'SELECT * FROM outbox ORDER BY position');
  const aside = prepare<[string, string]>(database, 'INSERT INTO outbox_aside (raw, reason) VALUES (?, ?)');
  const drop = prepare<[number]>(database, 'DELETE FROM outbox WHERE position = ?');
  const setAside = (row: Stored, reason: string): void => {
    aside.run(JSON.stringify(row), reason);
    drop.run(row.position);
  };
  return {
    add(row: OutboxRow): void {
      const content = JSON.stringify(row.content);
      const message = JSON.stringify(row.message);
      const { id, interactionId: interaction_id, state } = row;
      const error = row.error && JSON.stringify(row.error);
      add.run(id, interaction_id, state, content, message, error, digestOf({ id, interaction_id, content, message }));
    },
    fail: (id: string, error: MessageError) => void fail.run(JSON.stringify(error), id),
    remove: (id: string) => void remove.run(id),
    /** Rows in order; those that cannot be trusted are moved aside, never sent (REL-1). */
    load(): { rows: OutboxRow[]; setAside: number } {
      const rows: OutboxRow[] = [];
      let count = 0;
      for (const stored of all.all()) {
        const row = rowOf(stored);
        if (row) rows.push(row);
        else {
          setAside(stored, 'damaged');
          count += 1;
        }
      }
      return { rows, setAside: count };
    },
    setAllAside(reason: string): number {
      const rows = all.all();
      for (const row of rows) setAside(row, reason);
      return rows.length;
    },
  };
}
