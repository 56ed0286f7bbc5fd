import { type LogEvent, streamId } from '#shared/domain/events.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Tables } from '../storage/storage.ts';
import type { AudienceEvent } from '../storage/tables/events.ts';
import { loadSnapshot } from './snapshots.ts';
import { viewersOf } from './visibility.ts';

/** What one agent is to be told of a stretch of the log. */
export interface AgentBatch {
  readonly events: readonly LogEvent[];
  readonly introduces: readonly InteractionSnapshot[];
}

/**
 * The agent's part of a stretch of the log: its events, with snapshots of the interactions that became theirs to see
 * in it. An interaction that came and went within the stretch is left out from where it came: what has happened to
 * it since is not theirs to see.
 */
export async function batchFor(tables: Tables, agent: string, seen: readonly AudienceEvent[]): Promise<AgentBatch> {
  const introduces: InteractionSnapshot[] = [];
  const gone = new Map<string, number>();
  for (const [id, seq] of firstIntroductions(seen)) {
    const snapshot = await loadSnapshot(tables, id);
    if (snapshot && viewersOf(snapshot.interaction).includes(agent)) introduces.push(snapshot);
    else gone.set(id, seq);
  }
  const events = seen.map((entry) => entry.event).filter((event) => !isGone(event, gone));
  return { events, introduces };
}

function firstIntroductions(seen: readonly AudienceEvent[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { event, introduces } of seen) {
    if (introduces !== null && !first.has(introduces)) first.set(introduces, event.seq);
  }
  return first;
}

function isGone(event: LogEvent, gone: ReadonlyMap<string, number>): boolean {
  const from = gone.get(streamId(event.stream, 'interaction') ?? '');
  return from !== undefined && event.seq >= from;
}
