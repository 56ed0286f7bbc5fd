import type { Database } from 'better-sqlite3';
import { prepare } from './statement.ts';

/** A session that may leave the cache. */
export interface EndedSession {
  readonly id: string;
  readonly contactId: string;
}

// Whoever has begun to write something finds it again together with what it is about.
const OLDEST = `
SELECT id, contact_id AS contactId FROM interactions
WHERE live = 0 AND ended_at < ?
  AND contact_id NOT IN (SELECT value FROM json_each(?))
  AND NOT EXISTS (SELECT 1 FROM drafts WHERE interaction_id = interactions.id)
  AND NOT EXISTS (SELECT 1 FROM notes WHERE interaction_id = interactions.id)
  AND NOT EXISTS (SELECT 1 FROM unfinished WHERE place = interactions.id)
  AND id NOT IN (SELECT interaction_id FROM outbox)
ORDER BY ended_at, id LIMIT 1`;

const OLDEST_MESSAGES = 'SELECT number FROM messages WHERE interaction_id = ? ORDER BY arrival_order LIMIT ?';

/** Ended sessions on their way out of the cache (`transcript-cache.*`). */
export function sessionsTable(database: Database) {
  const oldest = prepare<[number, string], EndedSession>(database, OLDEST);
  const retries = prepare<[string, number]>(
    database,
    `DELETE FROM retries WHERE message_id IN (SELECT id FROM messages WHERE number IN (${OLDEST_MESSAGES}))`,
  );
  const messages = prepare<[string, number]>(database, `DELETE FROM messages WHERE number IN (${OLDEST_MESSAGES})`);
  const interaction = prepare<[string]>(database, 'DELETE FROM interactions WHERE id = ?');
  const seen = prepare<[string]>(database, 'DELETE FROM seen WHERE interaction_id = ?');
  const contact = prepare<[string, string]>(
    database,
    'DELETE FROM contacts WHERE id = ? AND NOT EXISTS (SELECT 1 FROM interactions WHERE contact_id = ?)',
  );
  return {
    /** The one heard of longest ago, before `endedBefore`; contacts in `kept` keep all of theirs. */
    oldest: (endedBefore: number, kept: readonly string[]): EndedSession | undefined =>
      oldest.get(endedBefore, JSON.stringify(kept)),
    /** Drops the oldest messages, `count` at most; answers how many there were. The rest is a run up to the newest. */
    dropMessages(id: string, count: number): number {
      retries.run(id, count);
      return messages.run(id, count).changes;
    },
    /** Drops a session that has no messages left, and its contact when that was the last. */
    drop({ id, contactId }: EndedSession): void {
      interaction.run(id);
      seen.run(id);
      contact.run(contactId, contactId);
    },
  };
}
