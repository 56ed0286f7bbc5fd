import type { Kysely } from 'kysely';
import type { Message } from '#shared/domain/message.ts';
import type { MessageRow, Schema } from '../schema.ts';

/** Projection of the messages of all interactions, and what the provider said word for word. */
export interface MessageTable {
  get(id: string): Promise<Message | undefined>;
  put(message: Message): Promise<void>;
  clear(): Promise<void>;
  byProviderId(providerId: string): Promise<Message | undefined>;
  /** The newest `limit` messages of an interaction that arrived before `before`, in order of arrival. */
  page(interactionId: string, before: number | undefined, limit: number): Promise<Message[]>;
  count(): Promise<number>;
  /** The provider's own words; administrators only (API-2). */
  putRaw(messageId: string, raw: unknown): Promise<void>;
  raw(messageId: string): Promise<unknown>;
}

function toRow(message: Message): MessageRow {
  return {
    id: message.id,
    interaction_id: message.interactionId,
    arrival_order: message.arrivalOrder,
    channel: message.channel,
    provider_id: message.providerId,
    status: message.status,
    data: JSON.stringify(message),
  };
}

function toMessage(row: { readonly data: string } | undefined): Message | undefined {
  return row && (JSON.parse(row.data) as Message);
}

export function messageTable(db: Kysely<Schema>): MessageTable {
  const messages = db.selectFrom('messages').select('data');
  return {
    async get(id) {
      return toMessage(await messages.where('id', '=', id).executeTakeFirst());
    },
    async put(message) {
      const { id, ...row } = toRow(message);
      await db
        .insertInto('messages')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async clear() {
      await db.deleteFrom('messages').execute();
    },
    async byProviderId(providerId) {
      return toMessage(await messages.where('provider_id', '=', providerId).executeTakeFirst());
    },
    async page(interactionId, before, limit) {
      let query = messages.where('interaction_id', '=', interactionId);
      if (before !== undefined) query = query.where('arrival_order', '<', before);
      const rows = await query.orderBy('arrival_order', 'desc').limit(limit).execute();
      return rows.reverse().map((row) => JSON.parse(row.data) as Message);
    },
    async count() {
      const row = await db
        .selectFrom('messages')
        .select((e) => e.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    async putRaw(messageId, raw) {
      await db
        .insertInto('message_raw')
        .values({ message_id: messageId, data: JSON.stringify(raw ?? null) })
        .onConflict((conflict) => conflict.column('message_id').doNothing())
        .execute();
    },
    async raw(messageId) {
      const row = await db
        .selectFrom('message_raw')
        .select('data')
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return row && JSON.parse(row.data);
    },
  };
}
