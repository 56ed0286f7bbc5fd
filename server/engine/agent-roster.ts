import type { AgentStatus } from '#shared/domain/agent.ts';
import type { AgentRecord } from '../storage/tables/agents.ts';

/** The agents as of the last commit. Changes come in only after they are on disk. */
export class AgentRoster {
  readonly #records = new Map<string, AgentRecord>();

  get(agent: string): AgentRecord | undefined {
    return this.#records.get(agent);
  }

  all(): readonly AgentRecord[] {
    return [...this.#records.values()];
  }

  adopt(records: Iterable<AgentRecord>): void {
    for (const record of records) this.#records.set(record.status.agent, record);
  }
}

/** True while a desk of the agent is connected. */
export function isConnected(record: AgentRecord): boolean {
  return record.deskLostAt === null && record.status.state !== 'logged-out';
}

/** An agent who has never logged in. */
export function newRecord(agent: string, displayName: string, allowed: number, now: number): AgentRecord {
  const status: AgentStatus = {
    agent,
    displayName,
    state: 'logged-out',
    reason: '',
    since: now,
    capacity: { used: 0, allowed },
    missedOffers: 0,
  };
  return { status, idleSince: now, deskLostAt: null };
}

/** Whether a desk would show the two differently. */
export function sameStatus(a: AgentStatus, b: AgentStatus): boolean {
  return (
    a.state === b.state &&
    a.reason === b.reason &&
    a.since === b.since &&
    a.displayName === b.displayName &&
    a.missedOffers === b.missedOffers &&
    a.capacity.used === b.capacity.used &&
    a.capacity.allowed === b.capacity.allowed
  );
}
