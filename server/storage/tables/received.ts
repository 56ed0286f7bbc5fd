import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** A status report as it came, kept because its message may not be known yet. */
export interface StatusReport {
  readonly providerId: string;
  readonly status: string;
  readonly data: unknown;
}

/** What was told already, by the provider or a desk: the ground of de-duplication (SRV-2). */
export interface ReceivedTable {
  /** True the first time this key is seen. */
  claim(key: string, at: number): Promise<boolean>;
  has(key: string): Promise<boolean>;
  /** Notes a status report; false when the same status of the same message was told before. */
  claimStatus(report: StatusReport, messageId: string | null, at: number): Promise<boolean>;
  /** Reports of a message that came before its provider id was known here, in order; each is handed out once. */
  takeEarly(providerId: string, messageId: string): Promise<StatusReport[]>;
}

export function receivedTable(db: Kysely<Schema>): ReceivedTable {
  return {
    async claim(key, at) {
      const result = await db
        .insertInto('received')
        .values({ key, at })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async has(key) {
      const row = await db.selectFrom('received').select('key').where('key', '=', key).executeTakeFirst();
      return row !== undefined;
    },
    async claimStatus(report, messageId, at) {
      const result = await db
        .insertInto('provider_statuses')
        .values({
          provider_id: report.providerId,
          status: report.status,
          message_id: messageId,
          at,
          data: JSON.stringify(report.data ?? null),
        })
        .onConflict((conflict) => conflict.columns(['provider_id', 'status']).doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async takeEarly(providerId, messageId) {
      const rows = await db
        .selectFrom('provider_statuses')
        .select(['provider_id', 'status', 'data', 'at'])
        .where('provider_id', '=', providerId)
        .where('message_id', 'is', null)
        .execute();
      if (rows.length > 0) {
        await db
          .updateTable('provider_statuses')
          .set({ message_id: messageId })
          .where('provider_id', '=', providerId)
          .where('message_id', 'is', null)
          .execute();
      }
      // A handful at most: there are few statuses.
      rows.sort((a, b) => a.at - b.at);
      return rows.map((row) => ({ providerId: row.provider_id, status: row.status, data: JSON.parse(row.data) }));
    },
  };
}
