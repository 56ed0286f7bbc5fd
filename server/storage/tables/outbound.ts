import { type Kysely, type Selectable, sql } from 'kysely';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { OutboundRow, Schema } from '../schema.ts';

export type OutboundState = 'waiting' | 'sending' | 'settled';

/** A message on its way to the provider. */
export interface OutboundEntry {
  /** Order of leaving. */
  readonly position: number;
  readonly messageId: string;
  readonly interactionId: string;
  readonly conversation: string;
  readonly channel: string;
  readonly agent: string;
  readonly content: OutboundContent;
  readonly state: OutboundState;
  /** Answers so far that said "not now". */
  readonly attempts: number;
  readonly nextAttemptAt: number;
  readonly sendingSince: number | null;
  /** Another spelling of the number that is tried; null for the one on file. */
  readonly recipient: string | null;
  /** The provider's id of a reaction, once it is known; null for messages, which have it themselves. */
  readonly providerId: string | null;
}

/** What may change of an entry while it is on its way. */
export type OutboundChange = Partial<
  Pick<OutboundEntry, 'state' | 'attempts' | 'nextAttemptAt' | 'sendingSince' | 'recipient' | 'providerId'>
>;

type NewEntry = Omit<OutboundEntry, 'position' | 'state' | 'attempts' | 'sendingSince' | 'recipient' | 'providerId'>;

/** Messages accepted from desks, until they are settled and after (SRV-2). */
export interface OutboundTable {
  add(entry: NewEntry): Promise<void>;
  get(messageId: string): Promise<OutboundEntry | undefined>;
  /** A reaction by the provider's id of it. */
  byProviderId(providerId: string): Promise<OutboundEntry | undefined>;
  update(messageId: string, change: OutboundChange): Promise<void>;
  /** The message of a conversation that has to be settled before any other leaves. */
  first(conversation: string): Promise<OutboundEntry | undefined>;
  /** Conversations in which something is not settled. */
  unsettled(): Promise<string[]>;
  /** How many are not settled, for metrics and draining. */
  depth(): Promise<number>;
}

// Written out, not bound: SQLite uses the partial index only when it can see that the condition holds.
const unsettled = sql<boolean>`state <> 'settled'`;

function toEntry(row: Selectable<OutboundRow>): OutboundEntry {
  return {
    position: row.position,
    messageId: row.message_id,
    interactionId: row.interaction_id,
    conversation: row.conversation,
    channel: row.channel,
    agent: row.agent,
    content: JSON.parse(row.content) as OutboundContent,
    state: row.state as OutboundState,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    sendingSince: row.sending_since,
    recipient: row.recipient,
    providerId: row.provider_id,
  };
}

export function outboundTable(db: Kysely<Schema>): OutboundTable {
  return {
    async add(entry) {
      await db
        .insertInto('outbound')
        .values({
          message_id: entry.messageId,
          interaction_id: entry.interactionId,
          conversation: entry.conversation,
          channel: entry.channel,
          agent: entry.agent,
          content: JSON.stringify(entry.content),
          state: 'waiting',
          attempts: 0,
          next_attempt_at: entry.nextAttemptAt,
          sending_since: null,
          recipient: null,
          provider_id: null,
        })
        .execute();
    },
    async get(messageId) {
      const row = await db.selectFrom('outbound').selectAll().where('message_id', '=', messageId).executeTakeFirst();
      return row && toEntry(row);
    },
    async byProviderId(providerId) {
      const row = await db.selectFrom('outbound').selectAll().where('provider_id', '=', providerId).executeTakeFirst();
      return row && toEntry(row);
    },
    update: (messageId, change) => update(db, messageId, change),
    async first(conversation) {
      const row = await db
        .selectFrom('outbound')
        .selectAll()
        .where('conversation', '=', conversation)
        .where(unsettled)
        .orderBy('position')
        .limit(1)
        .executeTakeFirst();
      return row && toEntry(row);
    },
    async unsettled() {
      const rows = await db.selectFrom('outbound').select('conversation').distinct().where(unsettled).execute();
      return rows.map((row) => row.conversation);
    },
    async depth() {
      const row = await db
        .selectFrom('outbound')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where(unsettled)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

async function update(db: Kysely<Schema>, messageId: string, change: OutboundChange): Promise<void> {
  const { state, attempts, nextAttemptAt, sendingSince, recipient, providerId } = change;
  await db
    .updateTable('outbound')
    .set({
      ...(state !== undefined ? { state } : {}),
      ...(attempts !== undefined ? { attempts } : {}),
      ...(nextAttemptAt !== undefined ? { next_attempt_at: nextAttemptAt } : {}),
      ...(sendingSince !== undefined ? { sending_since: sendingSince } : {}),
      ...(recipient !== undefined ? { recipient } : {}),
      ...(providerId !== undefined ? { provider_id: providerId } : {}),
    })
    .where('message_id', '=', messageId)
    .execute();
}
