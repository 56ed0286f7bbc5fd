import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** A file the provider was given, and for which of a channel's numbers. */
export interface MediaKey {
  readonly channel: string;
  /** The provider's id of the number; empty: the channel's own. */
  readonly number: string;
  /** Which file in which version. */
  readonly file: string;
}

export interface UploadedMedia {
  readonly id: string;
  readonly uploadedAt: number;
}

/** The provider's ids of files it was given, so that each is uploaded once (WA-6). Not part of the log. */
export interface MediaIdTable {
  get(key: MediaKey): Promise<UploadedMedia | undefined>;
  put(key: MediaKey, media: UploadedMedia): Promise<void>;
  forget(key: MediaKey): Promise<void>;
  /** Those uploaded before then, which the provider does not have any more. */
  forgetBefore(uploadedAt: number): Promise<void>;
}

export function mediaIdTable(db: Kysely<Schema>): MediaIdTable {
  return {
    async get({ channel, number, file }) {
      const row = await db
        .selectFrom('media_ids')
        .selectAll()
        .where('channel', '=', channel)
        .where('number', '=', number)
        .where('file', '=', file)
        .executeTakeFirst();
      return row && { id: row.media_id, uploadedAt: row.uploaded_at };
    },
    async put(key, { id, uploadedAt }) {
      const value = { media_id: id, uploaded_at: uploadedAt };
      await db
        .insertInto('media_ids')
        .values({ ...key, ...value })
        .onConflict((conflict) => conflict.columns(['channel', 'number', 'file']).doUpdateSet(value))
        .execute();
    },
    async forget({ channel, number, file }) {
      await db
        .deleteFrom('media_ids')
        .where('channel', '=', channel)
        .where('number', '=', number)
        .where('file', '=', file)
        .execute();
    },
    async forgetBefore(uploadedAt) {
      await db.deleteFrom('media_ids').where('uploaded_at', '<', uploadedAt).execute();
    },
  };
}
