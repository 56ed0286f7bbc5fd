import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Facts about the database itself. */
export interface MetaTable {
  get(key: 'serverId' | 'schema'): Promise<string | undefined>;
}

export function metaTable(db: Kysely<Schema>): MetaTable {
  return {
    async get(key) {
      const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value;
    },
  };
}
