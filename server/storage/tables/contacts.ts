import { type Kysely, sql } from 'kysely';
import type { Contact, Identity } from '#shared/domain/contact.ts';
import type { Schema } from '../schema.ts';

/** Projection of contacts and of the identities they are known by (SRV-3). */
export interface ContactTable {
  get(id: string): Promise<Contact | undefined>;
  /** Writes the contact and its identities; an identity belongs to one contact only. */
  put(contact: Contact): Promise<void>;
  clear(): Promise<void>;
  /** Id of the contact known by one of the values, the first that is found. */
  find(type: Identity['type'], values: readonly string[]): Promise<string | undefined>;
  /** Contacts whose name or identity holds the text, by name. */
  search(text: string, limit: number): Promise<Contact[]>;
}

export function contactTable(db: Kysely<Schema>): ContactTable {
  return {
    async get(id) {
      const row = await db.selectFrom('contacts').select('data').where('id', '=', id).executeTakeFirst();
      return row && (JSON.parse(row.data) as Contact);
    },
    put: (contact) => put(db, contact),
    async clear() {
      await db.deleteFrom('identities').execute();
      await db.deleteFrom('contacts').execute();
    },
    async find(type, values) {
      for (const value of values) {
        const row = await db
          .selectFrom('identities')
          .select('contact_id')
          .where('type', '=', type)
          .where('value', '=', value)
          .executeTakeFirst();
        if (row) return row.contact_id;
      }
      return undefined;
    },
    search: (text, limit) => search(db, text, limit),
  };
}

async function put(db: Kysely<Schema>, contact: Contact): Promise<void> {
  const { id, displayName, updatedAt, identities } = contact;
  const row = { display_name: displayName, updated_at: updatedAt, data: JSON.stringify(contact) };
  await db
    .insertInto('contacts')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await db.deleteFrom('identities').where('contact_id', '=', id).execute();
  for (const { type, value } of identities) {
    await db.insertInto('identities').values({ type, value, contact_id: id }).execute();
  }
}

async function search(db: Kysely<Schema>, text: string, limit: number): Promise<Contact[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .selectFrom('contacts')
    .select('data')
    .where(
      sql<boolean>`(display_name like ${pattern} escape '\\' or exists (
        select 1 from identities where contact_id = contacts.id and value like ${pattern} escape '\\'))`,
    )
    .orderBy('display_name')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => JSON.parse(row.data) as Contact);
}
