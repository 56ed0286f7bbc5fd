import type { Database } from 'better-sqlite3';
import { type Message, messageSchema } from '#shared/domain/message.ts';
import { parseJson, prepare } from './statement.ts';

interface Stored {
  readonly id: string;
  readonly arrival_order: number;
  readonly text: string;
  readonly body: string;
}

const PUT = `
INSERT INTO messages (id, interaction_id, arrival_order, text, body) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET interaction_id = excluded.interaction_id, arrival_order = excluded.arrival_order,
  text = excluded.text, body = excluded.body`;

const PAGE = `
SELECT id, arrival_order, text, body FROM messages
WHERE interaction_id = ? AND arrival_order < ? ORDER BY arrival_order DESC LIMIT ?`;

/** Of as many of the newest as a transcript begins with: the start must not read through a long conversation. */
const OWN = `
SELECT id, arrival_order, text, body FROM (
  SELECT id, arrival_order, text, body FROM messages WHERE interaction_id = ? ORDER BY arrival_order DESC LIMIT 200
) WHERE CASE WHEN json_valid(body) THEN body ->> '$.direction' = 'out' ELSE 0 END ORDER BY arrival_order DESC`;

function messageOf(row: Stored): Message | undefined {
  const body = parseJson(row.body);
  if (typeof body !== 'object' || body === null) return undefined;
  return messageSchema.safeParse({ ...body, text: row.text }).data;
}

/**
 * Messages the server has. Those of one interaction are always an unbroken run up to its newest: what is older than
 * the run is asked of the server.
 */
export function messagesTable(database: Database) {
  const put = prepare<[string, string, number, string, string]>(database, PUT);
  const get = prepare<[string], Stored>(database, 'SELECT id, arrival_order, text, body FROM messages WHERE id = ?');
  const page = prepare<[string, number, number], Stored>(database, PAGE);
  const own = prepare<[string], Stored>(database, OWN);
  const below = prepare<[string, number]>(
    database,
    'DELETE FROM messages WHERE interaction_id = ? AND arrival_order < ?',
  );
  const clear = prepare<[]>(database, 'DELETE FROM messages');
  return {
    put(message: Message): void {
      // The text has a column of its own and is not stored twice.
      const { text, ...body } = message;
      put.run(message.id, message.interactionId, message.arrivalOrder, text, JSON.stringify(body));
    },
    get(id: string): Message | undefined {
      const row = get.get(id);
      return row && messageOf(row);
    },
    /** Up to `limit` messages before `before`, newest first. Damaged: the order of the first that cannot be read. */
    page(interactionId: string, before: number, limit: number): { messages: Message[]; damagedAt: number | undefined } {
      const messages: Message[] = [];
      for (const row of page.all(interactionId, before, limit)) {
        const message = messageOf(row);
        if (!message) return { messages, damagedAt: row.arrival_order };
        messages.push(message);
      }
      return { messages, damagedAt: undefined };
    },
    /** The agents' messages of an interaction, newest first, as far as they can be read. */
    *own(interactionId: string): Iterable<Message> {
      for (const row of own.iterate(interactionId)) {
        const message = messageOf(row);
        if (!message) return;
        yield message;
      }
    },
    forgetBelow: (interactionId: string, order: number) => void below.run(interactionId, order),
    clear: () => void clear.run(),
  };
}
