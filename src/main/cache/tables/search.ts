import type { Database } from 'better-sqlite3';
import { HIT_BEGINS, HIT_ENDS } from '../search-query.ts';
import { prepare } from './statement.ts';

/** A message that was found, as it is stored. */
export interface HitRow {
  readonly id: string;
  readonly interactionId: string;
  /** Words around the first finding, found words between `HIT_BEGINS` and `HIT_ENDS`. */
  readonly excerpt: string;
}

/** Words in an excerpt. */
const EXCERPT = 12;

// The newest row has the highest number: the index is read backwards, and ends at the limit.
const OF_CONTACT = `
SELECT messages.id, messages.interaction_id AS interactionId,
  snippet(messages_text, 0, '${HIT_BEGINS}', '${HIT_ENDS}', '…', ${EXCERPT}) AS excerpt
FROM messages_text
JOIN messages ON messages.number = messages_text.rowid
JOIN interactions ON interactions.id = messages.interaction_id
WHERE messages_text MATCH ? AND interactions.contact_id = ?
ORDER BY messages_text.rowid DESC LIMIT ?`;

const MERGE = "INSERT INTO messages_text (messages_text, rank) VALUES ('merge', ?)";

/** Search over the texts of messages. */
export function searchTable(database: Database) {
  const ofContact = prepare<[string, string, number], HitRow>(database, OF_CONTACT);
  const merge = prepare<[number]>(database, MERGE);
  return {
    /** `query` as `searchQuery` makes it. */
    ofContact: (query: string, contactId: string, limit: number): HitRow[] => ofContact.all(query, contactId, limit),
    /** Merges parts of the index, about so many pages; a negative number begins to make all of it one part. */
    merge: (pages: number) => void merge.run(pages),
  };
}
