import type { Database } from 'better-sqlite3';
import { contactsTable } from './contacts.ts';
import { draftsTable } from './drafts.ts';
import { interactionsTable } from './interactions.ts';
import { messagesTable } from './messages.ts';
import { metaTable } from './meta.ts';
import { outboxTable } from './outbox.ts';
import { retriesTable } from './retries.ts';
import { searchTable } from './search.ts';
import { seenTable } from './seen.ts';
import { sessionsTable } from './sessions.ts';
import { unfinishedTable } from './unfinished.ts';

/** All tables of an open database. */
export function openTables(database: Database) {
  return {
    meta: metaTable(database),
    contacts: contactsTable(database),
    interactions: interactionsTable(database),
    messages: messagesTable(database),
    drafts: draftsTable(database, 'drafts'),
    notes: draftsTable(database, 'notes'),
    unfinished: unfinishedTable(database),
    seen: seenTable(database),
    sessions: sessionsTable(database),
    outbox: outboxTable(database),
    retries: retriesTable(database),
    search: searchTable(database),
  };
}
export type Tables = ReturnType<typeof openTables>;
