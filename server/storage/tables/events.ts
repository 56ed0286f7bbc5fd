import type { Kysely } from 'kysely';
import type { EventBody, LogEvent } from '#shared/domain/events.ts';
import type { Schema } from '../schema.ts';

/** An event before the log has given it its place. */
export type PendingEvent = EventBody & { readonly stream: string; readonly seq: number; readonly at: number };

/** Who is to see an event, and whether an interaction becomes theirs to see by it. */
export interface Audience {
  readonly agent: string;
  /** The interaction that is new to this agent with this event. */
  readonly introduces: string | null;
}

/** One event of those an agent may see. */
export interface AudienceEvent {
  readonly event: LogEvent;
  readonly introduces: string | null;
}

/** The append-only log (SRV-2). */
export interface EventTable {
  /** Writes the event at the end of the log. A sequence number taken twice in a stream is an error. */
  append(event: PendingEvent, audience: readonly Audience[]): Promise<LogEvent>;
  lastCursor(): Promise<number>;
  /** The sequence of the stream's last event; 0 when it has none. */
  lastSeq(stream: string): Promise<number>;
  ofStream(stream: string, afterSeq: number, limit: number): Promise<LogEvent[]>;
  /** The whole log in order, for rebuilding. */
  after(cursor: number, limit: number): Promise<LogEvent[]>;
  /** What the agent may see after the cursor. */
  forAgent(agent: string, cursor: number, limit: number): Promise<AudienceEvent[]>;
}

interface EventColumns {
  readonly cursor: number;
  readonly stream: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly data: string;
}

const columns = ['events.cursor', 'events.stream', 'events.seq', 'events.kind', 'events.at', 'events.data'] as const;

function toEvent({ cursor, stream, seq, kind, at, data }: EventColumns): LogEvent {
  // Only this module writes the log, and it writes typed events.
  return { cursor, stream, seq, at, kind, data: JSON.parse(data) } as LogEvent;
}

export function eventTable(db: Kysely<Schema>): EventTable {
  return {
    async append(event, audience) {
      const { stream, seq, kind, at } = event;
      const data = JSON.stringify(event.data);
      const { cursor } = await db
        .insertInto('events')
        .values({ stream, seq, kind, at, data })
        .returning('cursor')
        .executeTakeFirstOrThrow();
      for (const { agent, introduces } of audience) {
        await db.insertInto('event_audience').values({ agent, cursor, introduces }).execute();
      }
      return { ...event, cursor };
    },
    async lastCursor() {
      const row = await db
        .selectFrom('events')
        .select((e) => e.fn.max('cursor').as('last'))
        .executeTakeFirst();
      return row?.last ?? 0;
    },
    async lastSeq(stream) {
      const row = await db
        .selectFrom('events')
        .select('seq')
        .where('stream', '=', stream)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.seq ?? 0;
    },
    async ofStream(stream, afterSeq, limit) {
      const rows = await db
        .selectFrom('events')
        .select(columns)
        .where('stream', '=', stream)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toEvent);
    },
    async after(cursor, limit) {
      const rows = await db
        .selectFrom('events')
        .select(columns)
        .where('cursor', '>', cursor)
        .orderBy('cursor')
        .limit(limit)
        .execute();
      return rows.map(toEvent);
    },
    async forAgent(agent, cursor, limit) {
      const rows = await db
        .selectFrom('event_audience')
        .innerJoin('events', 'events.cursor', 'event_audience.cursor')
        .select([...columns, 'event_audience.introduces'])
        .where('event_audience.agent', '=', agent)
        .where('event_audience.cursor', '>', cursor)
        .orderBy('event_audience.cursor')
        .limit(limit)
        .execute();
      return rows.map(({ introduces, ...row }) => ({ event: toEvent(row), introduces }));
    },
  };
}
