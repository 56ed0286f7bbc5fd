import type { Kysely } from 'kysely';
import type { AgentStatus } from '#shared/domain/agent.ts';
import type { Schema } from '../schema.ts';

/** An agent's status and what routing has to remember of them. */
export interface AgentRecord {
  readonly status: AgentStatus;
  /** Since when the agent has had nothing new to do: the longest idle is asked first. */
  readonly idleSince: number;
  /** When their last desk went; null while one is connected. */
  readonly deskLostAt: number | null;
}

/** Projection of agent streams, with two facts of this server's own beside it. */
export interface AgentTable {
  all(): Promise<AgentRecord[]>;
  putStatus(status: AgentStatus): Promise<void>;
  putIdleSince(agent: string, at: number): Promise<void>;
  putDeskLostAt(agent: string, at: number | null): Promise<void>;
  clear(): Promise<void>;
}

export function agentTable(db: Kysely<Schema>): AgentTable {
  return {
    async all() {
      const rows = await db.selectFrom('agents').selectAll().orderBy('name').execute();
      return rows.map((row) => ({
        status: JSON.parse(row.data) as AgentStatus,
        idleSince: row.idle_since,
        deskLostAt: row.desk_lost_at,
      }));
    },
    async putStatus(status) {
      const data = JSON.stringify(status);
      await db
        .insertInto('agents')
        .values({ name: status.agent, data, idle_since: status.since, desk_lost_at: null })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ data }))
        .execute();
    },
    async putIdleSince(agent, at) {
      await db.updateTable('agents').set({ idle_since: at }).where('name', '=', agent).execute();
    },
    async putDeskLostAt(agent, at) {
      await db.updateTable('agents').set({ desk_lost_at: at }).where('name', '=', agent).execute();
    },
    async clear() {
      await db.deleteFrom('agents').execute();
    },
  };
}
