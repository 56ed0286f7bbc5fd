import type { Database } from 'better-sqlite3';
import { type Contact, contactSchema } from '#shared/domain/contact.ts';
import { parseJson, prepare } from './statement.ts';

/** Contacts of cached interactions. */
export function contactsTable(database: Database) {
  const put = prepare<[string, string]>(database, 'INSERT OR REPLACE INTO contacts (id, body) VALUES (?, ?)');
  const get = prepare<[string], { body: string }>(database, 'SELECT body FROM contacts WHERE id = ?');
  const clear = prepare<[]>(database, 'DELETE FROM contacts');
  return {
    put: (contact: Contact) => void put.run(contact.id, JSON.stringify(contact)),
    /** Undefined when it is not here or damaged. */
    get(id: string): Contact | undefined {
      const row = get.get(id);
      return row && contactSchema.safeParse(parseJson(row.body)).data;
    },
    clear: () => void clear.run(),
  };
}
