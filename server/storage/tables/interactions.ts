import { type Kysely, sql } from 'kysely';
import type { Interaction, ServiceWindow } from '#shared/domain/interaction.ts';
import { silenceOf } from '../../rules/silence.ts';
import type { InteractionRow, Schema } from '../schema.ts';

/** What routing has to know of an interaction in a queue. */
export interface WaitingRow {
  readonly id: string;
  readonly channel: string;
  readonly queue: string;
  readonly queuedAt: number;
  readonly lastAgent: string | null;
}

/** Which interactions a list wants; absent members do not filter. */
export interface InteractionFilter {
  readonly stages?: readonly string[];
  readonly dispositions?: readonly string[];
  readonly channel?: string;
  readonly contactId?: string;
  /** Creation time, from inclusive, to exclusive. */
  readonly from?: number;
  readonly to?: number;
  /** Older than this one: where the last page ended. */
  readonly before?: { readonly createdAt: number; readonly id: string };
  readonly limit: number;
}

/** Agents to whom an interaction belongs or is offered. */
export interface HolderCount {
  readonly agent: string;
  readonly count: number;
}

/** Projection of interaction streams. */
export interface InteractionTable {
  get(id: string): Promise<Interaction | undefined>;
  /** Writes the state the fold has reached. */
  put(interaction: Interaction): Promise<void>;
  clear(): Promise<void>;
  /** The interaction of the contact that is not done; there is at most one a channel and group. */
  open(channel: string, contactId: string, groupId: string): Promise<Interaction | undefined>;
  latest(channel: string, contactId: string, groupId: string): Promise<Interaction | undefined>;
  /** Held by the agent or offered to them. */
  visibleTo(agent: string): Promise<Interaction[]>;
  /** In a workbin of the agent, in the order they came about. */
  inWorkbinsOf(owner: string): Promise<Interaction[]>;
  /** Agents whose workbins have something in them. */
  workbinOwners(): Promise<string[]>;
  byOffer(offerId: string): Promise<Interaction | undefined>;
  /** First in line of a queue: at most `limit`, longest waiting first. */
  waiting(queue: string, limit: number): Promise<WaitingRow[]>;
  /** Names of queues in which something waits. */
  queuesInUse(): Promise<string[]>;
  overdueOffers(now: number): Promise<Interaction[]>;
  earliestDeadline(): Promise<number | undefined>;
  /** How many interactions each agent has in hand or on offer. */
  holders(): Promise<HolderCount[]>;
  /** Who sees an open interaction of the contact. */
  agentsOfContact(contactId: string): Promise<string[]>;
  /** The contact's window on the channel that closes last, from whichever session. */
  latestWindow(channel: string, contactId: string): Promise<ServiceWindow | undefined>;
  /** Those that miss an answer since `until` or before, oldest first. */
  silent(what: Silence, until: number, limit: number): Promise<Interaction[]>;
  /** Since when the first of those misses an answer, of each kind; null where there is none. */
  earliestSilences(): Promise<Readonly<Record<Silence, number | null>>>;
  /** Open ones whose window has closed, oldest first; not those in which the customer has not written yet. */
  windowClosed(now: number, limit: number): Promise<Interaction[]>;
  /** When the next window of one of those closes. */
  earliestWindowEnd(): Promise<number | undefined>;
  list(filter: InteractionFilter): Promise<Interaction[]>;
}

/** How an answer may be missing; see the columns of these names. */
export type Silence = 'unanswered_until' | 'silent_since' | 'silence_told_at';

/** Attached data that tells a group conversation from one with a single customer. */
export const GROUP_KEY = '_umsGroupId';

// Written out, not bound: SQLite uses a partial index only when it can see that the condition holds.
const notDone = sql<boolean>`stage <> 'done'`;
const answered = sql<boolean>`disposition <> 'Initiated'`;
const queued = sql<boolean>`stage = 'queued'`;

function toRow(state: Interaction): InteractionRow {
  const { unansweredUntil, silentSince, silenceToldAt } = silenceOf(state);
  return {
    id: state.id,
    channel: state.channel,
    contact_id: state.contactId,
    group_id: state.attachedData[GROUP_KEY] ?? '',
    stage: state.stage,
    disposition: state.disposition,
    queue: state.queue,
    agent: state.agent,
    last_agent: state.lastAgent,
    offer_id: state.offer?.id ?? null,
    offer_agent: state.offer?.agent ?? null,
    offer_deadline: state.offer?.deadline ?? null,
    window_closes_at: state.window?.closesAt ?? null,
    workbin_owner: state.workbin?.owner ?? null,
    unanswered_until: unansweredUntil,
    silent_since: silentSince,
    silence_told_at: silenceToldAt,
    created_at: state.createdAt,
    queued_at: state.queuedAt,
    assigned_at: state.assignedAt,
    done_at: state.doneAt,
    data: JSON.stringify(state),
  };
}

function toState(row: { readonly data: string } | undefined): Interaction | undefined {
  return row && (JSON.parse(row.data) as Interaction);
}

function toStates(rows: readonly { readonly data: string }[]): Interaction[] {
  return rows.map((row) => JSON.parse(row.data) as Interaction);
}

export function interactionTable(db: Kysely<Schema>): InteractionTable {
  const states = db.selectFrom('interactions').select('data');
  return {
    async get(id) {
      return toState(await states.where('id', '=', id).executeTakeFirst());
    },
    async put(interaction) {
      const { id, ...row } = toRow(interaction);
      await db
        .insertInto('interactions')
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async clear() {
      await db.deleteFrom('interactions').execute();
    },
    ...ofContact(db),
    ...ofAgents(db),
    ...ofWorkbins(db),
    ...ofQueues(db),
    ...ofSilences(db),
    list: (filter) => list(db, filter),
  };
}

function ofContact(db: Kysely<Schema>): Pick<InteractionTable, 'open' | 'latest' | 'latestWindow' | 'agentsOfContact'> {
  const of = (channel: string, contactId: string, groupId: string) =>
    db
      .selectFrom('interactions')
      .select('data')
      .where('channel', '=', channel)
      .where('contact_id', '=', contactId)
      .where('group_id', '=', groupId);
  return {
    async open(channel, contactId, groupId) {
      return toState(await of(channel, contactId, groupId).where(notDone).executeTakeFirst());
    },
    async latest(channel, contactId, groupId) {
      const newest = of(channel, contactId, groupId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(1);
      return toState(await newest.executeTakeFirst());
    },
    async latestWindow(channel, contactId) {
      const closing = of(channel, contactId, '').where('window_closes_at', 'is not', null);
      const row = await closing.orderBy('window_closes_at', 'desc').limit(1).executeTakeFirst();
      return toState(row)?.window ?? undefined;
    },
    async agentsOfContact(contactId) {
      const rows = await db
        .selectFrom('interactions')
        .select(['agent', 'offer_agent'])
        .where('contact_id', '=', contactId)
        .where(notDone)
        .execute();
      return [...new Set(rows.flatMap((row) => [row.agent, row.offer_agent]))].filter((name) => name !== null);
    },
  };
}

function ofAgents(
  db: Kysely<Schema>,
): Pick<InteractionTable, 'visibleTo' | 'byOffer' | 'overdueOffers' | 'earliestDeadline' | 'holders'> {
  const states = db.selectFrom('interactions').select('data');
  return {
    async visibleTo(agent) {
      // Two questions, each answered by its own index; `or` would read the table.
      const held = await states.where('agent', '=', agent).orderBy('id').execute();
      const offered = await states.where('offer_agent', '=', agent).orderBy('id').execute();
      return toStates([...held, ...offered]);
    },
    async byOffer(offerId) {
      return toState(await states.where('offer_id', '=', offerId).executeTakeFirst());
    },
    async overdueOffers(now) {
      return toStates(await states.where('offer_deadline', '<=', now).orderBy('offer_deadline').execute());
    },
    async earliestDeadline() {
      const row = await db
        .selectFrom('interactions')
        .select('offer_deadline')
        .where('offer_deadline', 'is not', null)
        .orderBy('offer_deadline')
        .limit(1)
        .executeTakeFirst();
      return row?.offer_deadline ?? undefined;
    },
    async holders() {
      const held = await count(db, 'agent');
      const offered = await count(db, 'offer_agent');
      return [...held, ...offered];
    },
  };
}

function ofWorkbins(db: Kysely<Schema>): Pick<InteractionTable, 'inWorkbinsOf' | 'workbinOwners'> {
  const table = db.selectFrom('interactions');
  return {
    async inWorkbinsOf(owner) {
      return toStates(await table.select('data').where('workbin_owner', '=', owner).orderBy('id').execute());
    },
    async workbinOwners() {
      const owned = table.select('workbin_owner').distinct().where('workbin_owner', 'is not', null);
      return (await owned.execute()).flatMap((row) => row.workbin_owner ?? []);
    },
  };
}

async function count(db: Kysely<Schema>, column: 'agent' | 'offer_agent'): Promise<HolderCount[]> {
  const rows = await db
    .selectFrom('interactions')
    .select((e) => [column, e.fn.countAll<number>().as('count')])
    .where(column, 'is not', null)
    .groupBy(column)
    .execute();
  return rows.flatMap((row) => {
    const agent = (row as Record<string, unknown>)[column];
    return typeof agent === 'string' ? [{ agent, count: Number(row.count) }] : [];
  });
}

function ofQueues(
  db: Kysely<Schema>,
): Pick<InteractionTable, 'waiting' | 'queuesInUse' | 'windowClosed' | 'earliestWindowEnd'> {
  return {
    async waiting(queue, limit) {
      const rows = await db
        .selectFrom('interactions')
        .select(['id', 'channel', 'queue', 'queued_at', 'last_agent', 'created_at'])
        .where(queued)
        .where('queue', '=', queue)
        .orderBy('queued_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        channel: row.channel,
        queue,
        queuedAt: row.queued_at ?? row.created_at,
        lastAgent: row.last_agent,
      }));
    },
    async queuesInUse() {
      const rows = await db.selectFrom('interactions').select('queue').distinct().where(queued).execute();
      return rows.flatMap((row) => (row.queue === null ? [] : [row.queue]));
    },
    async earliestWindowEnd() {
      const row = await db
        .selectFrom('interactions')
        .select('window_closes_at')
        .where(notDone)
        .where(answered)
        .where('window_closes_at', 'is not', null)
        .orderBy('window_closes_at')
        .limit(1)
        .executeTakeFirst();
      return row?.window_closes_at ?? undefined;
    },
    async windowClosed(now, limit) {
      const rows = await db
        .selectFrom('interactions')
        .select('data')
        .where(notDone)
        .where(answered)
        .where('window_closes_at', '<=', now)
        .orderBy('window_closes_at')
        .limit(limit)
        .execute();
      return toStates(rows);
    },
  };
}

function ofSilences(db: Kysely<Schema>): Pick<InteractionTable, 'silent' | 'earliestSilences'> {
  const table = db.selectFrom('interactions');
  return {
    async silent(what, until, limit) {
      return toStates(await table.select('data').where(what, '<=', until).orderBy(what).limit(limit).execute());
    },
    async earliestSilences() {
      // One question for all three: it is asked after every command.
      const first = (what: Silence) => table.select(what).where(what, 'is not', null).orderBy(what).limit(1).as(what);
      return db
        .selectNoFrom([first('unanswered_until'), first('silent_since'), first('silence_told_at')])
        .executeTakeFirstOrThrow();
    },
  };
}

async function list(db: Kysely<Schema>, filter: InteractionFilter): Promise<Interaction[]> {
  let query = db.selectFrom('interactions').select('data');
  if (filter.stages) query = query.where('stage', 'in', filter.stages);
  if (filter.dispositions) query = query.where('disposition', 'in', filter.dispositions);
  if (filter.channel !== undefined) query = query.where('channel', '=', filter.channel);
  if (filter.contactId !== undefined) query = query.where('contact_id', '=', filter.contactId);
  if (filter.from !== undefined) query = query.where('created_at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('created_at', '<', filter.to);
  const { before } = filter;
  if (before) {
    query = query.where((e) =>
      e.or([
        e('created_at', '<', before.createdAt),
        e.and([e('created_at', '=', before.createdAt), e('id', '<', before.id)]),
      ]),
    );
  }
  return toStates(await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute());
}
