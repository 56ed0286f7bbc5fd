import type { Kysely } from 'kysely';
import type { LoginSessionRow, Schema } from '../schema.ts';

/** One login of an agent, from password to log-out. Times are milliseconds since the epoch. */
export interface LoginSession {
  readonly id: string;
  readonly agent: string;
  /** SHA-256 of the refresh token's secret part, in hex; the token itself is nowhere stored. */
  readonly refreshHash: string;
  /** Where the agent said to be; empty: not said. */
  readonly place: string;
  readonly createdAt: number;
  /** Until when the refresh token may be used. */
  readonly expiresAt: number;
  /** When it was logged out, superseded, or its refresh token was seen twice. */
  readonly endedAt: number | null;
}

/** Who is logged in. Not part of the log: it says nothing about interactions. */
export interface LoginSessionTable {
  insert(session: LoginSession): Promise<void>;
  find(id: string): Promise<LoginSession | undefined>;
  /** Replaces the hash if it is still `from` and the session has not ended; false when another was faster. */
  rotate(id: string, from: string, to: string, expiresAt: number): Promise<boolean>;
  end(id: string, at: number): Promise<void>;
  /** Ends all of an agent's. */
  endOf(agent: string, at: number): Promise<void>;
  /** Where each agent is by the newest login that has neither ended nor run out before `time`. */
  places(time: number): Promise<ReadonlyMap<string, string>>;
  /** Forgets sessions whose refresh tokens ran out before `time`. */
  removeExpiredBefore(time: number): Promise<void>;
}

export function loginSessionTable(db: Kysely<Schema>): LoginSessionTable {
  return {
    async insert(session) {
      await db.insertInto('login_sessions').values(toRow(session)).execute();
    },
    async find(id) {
      const row = await db.selectFrom('login_sessions').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toSession(row);
    },
    async rotate(id, from, to, expiresAt) {
      const result = await db
        .updateTable('login_sessions')
        .set({ refresh_hash: to, expires_at: expiresAt })
        .where('id', '=', id)
        .where('refresh_hash', '=', from)
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async end(id, at) {
      await db
        .updateTable('login_sessions')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },
    async endOf(agent, at) {
      await db
        .updateTable('login_sessions')
        .set({ ended_at: at })
        .where('agent', '=', agent)
        .where('ended_at', 'is', null)
        .execute();
    },
    async places(time) {
      const rows = await db
        .selectFrom('login_sessions')
        .select(['agent', 'place'])
        .where('ended_at', 'is', null)
        .where('expires_at', '>', time)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return new Map(rows.map(({ agent, place }) => [agent, place]));
    },
    async removeExpiredBefore(time) {
      await db.deleteFrom('login_sessions').where('expires_at', '<', time).execute();
    },
  };
}

function toRow(session: LoginSession): LoginSessionRow {
  return {
    id: session.id,
    agent: session.agent,
    refresh_hash: session.refreshHash,
    place: session.place,
    created_at: session.createdAt,
    expires_at: session.expiresAt,
    ended_at: session.endedAt,
  };
}

function toSession(row: LoginSessionRow): LoginSession {
  return {
    id: row.id,
    agent: row.agent,
    refreshHash: row.refresh_hash,
    place: row.place,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  };
}
