import type { AgentStatus } from '#shared/domain/agent.ts';
import type { EventBody, LogEvent } from '#shared/domain/events.ts';
import { streamId } from '#shared/domain/events.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { AgentCommit, Commit } from '../bus/event-bus.ts';
import type { Log } from '../log.ts';
import { capacityOf } from '../rules/capacity.ts';
import { Projector } from '../storage/projector.ts';
import type { Tables } from '../storage/storage.ts';
import type { AgentRecord } from '../storage/tables/agents.ts';
import type { Audience, AudienceEvent, PendingEvent } from '../storage/tables/events.ts';
import { batchFor } from './agent-batch.ts';
import { type AgentRoster, newRecord, sameStatus } from './agent-roster.ts';
import { type EngineConfig, WHATSAPP_MEDIA } from './config.ts';
import type { IdSource } from './id-source.ts';
import { holderOf, viewersOf } from './visibility.ts';

export interface UnitOptions {
  readonly tables: Tables;
  readonly config: EngineConfig;
  readonly roster: AgentRoster;
  readonly ids: IdSource;
  readonly now: number;
  readonly log: Log;
}

interface Recorded {
  readonly event: PendingEvent;
  /** Who sees it; known at once for interactions, at the end for contacts. */
  readonly audience: readonly Audience[];
}

/**
 * One command's work: reads through here see what the command itself has recorded, and all of it is written
 * together or not at all. Nothing outside changes before the transaction is committed.
 */
export class Unit {
  readonly tables: Tables;
  readonly config: EngineConfig;
  readonly ids: IdSource;
  readonly log: Log;
  readonly now: number;
  readonly #roster: AgentRoster;
  readonly #projector: Projector;
  readonly #recorded: Recorded[] = [];
  readonly #seqs = new Map<string, number>();
  readonly #agents = new Map<string, AgentRecord>();
  /** Conversations in which something new is to be sent once this is on disk. */
  readonly toSend = new Set<string>();
  /** Channels of whose templates the provider has told something. */
  readonly templatesTold = new Set<string>();

  constructor({ tables, config, roster, ids, now, log }: UnitOptions) {
    this.tables = tables;
    this.config = config;
    this.ids = ids;
    this.now = now;
    this.log = log;
    this.#roster = roster;
    this.#projector = new Projector(tables);
  }

  interaction(id: string): Promise<Interaction | undefined> {
    return this.#projector.interaction(id);
  }

  message(id: string): Promise<Message | undefined> {
    return this.#projector.message(id);
  }

  /** The tables with what was recorded so far in them, for questions other than by id. */
  async flushed(): Promise<Tables> {
    await this.#projector.flush();
    return this.tables;
  }

  /** Agents by name with this command's changes. An agent without a section is known only when they were before. */
  agent(name: string): AgentRecord | undefined {
    const known = this.#agents.get(name) ?? this.#roster.get(name);
    const section = this.config.agents.find((agent) => agent.name === name);
    if (!section) return known;
    const allowed = capacityOf(section, this.config.capacityRules, WHATSAPP_MEDIA);
    if (!known) return newRecord(name, section.displayName, allowed, this.now);
    const { status } = known;
    const capacity = { used: status.capacity.used, allowed };
    return { ...known, status: { ...status, displayName: section.displayName, capacity } };
  }

  /** All agents with a section. */
  agents(): readonly AgentRecord[] {
    return this.config.agents.flatMap((section) => this.agent(section.name) ?? []);
  }

  /** Names of all who are logged in, those whose section was taken away too. */
  agentsAtWork(): readonly string[] {
    const all = this.#roster.all().filter(({ status }) => status.state !== 'logged-out');
    return all.map(({ status }) => status.agent);
  }

  /** Changes an agent; the event follows at the end when their status is another one then. */
  changeAgent(
    name: string,
    status: Partial<AgentStatus>,
    rest: Partial<Pick<AgentRecord, 'idleSince' | 'deskLostAt'>> = {},
  ): void {
    const known = this.agent(name);
    if (known) this.#agents.set(name, { ...known, ...rest, status: { ...known.status, ...status } });
  }

  /** The place in its stream the next event will have. */
  async nextSeq(stream: string): Promise<number> {
    const known = this.#seqs.get(stream);
    if (known !== undefined) return known + 1;
    const interactionId = streamId(stream, 'interaction');
    const last =
      interactionId === undefined
        ? await this.tables.events.lastSeq(stream)
        : ((await this.interaction(interactionId))?.seq ?? 0);
    this.#seqs.set(stream, last);
    return last + 1;
  }

  /** Notes that something happened. `actor`: who is told of it though they may not see the interaction. */
  async record(stream: string, body: EventBody, actor?: string): Promise<void> {
    const seq = await this.nextSeq(stream);
    const event: PendingEvent = { ...body, stream, seq, at: this.now };
    this.#seqs.set(stream, seq);
    const interactionId = streamId(stream, 'interaction');
    const before = interactionId === undefined ? undefined : await this.interaction(interactionId);
    await this.#projector.apply(event);
    const after = interactionId === undefined ? undefined : await this.interaction(interactionId);
    this.#recorded.push({ event, audience: audienceOf(before, after, actor) });
    if (after) this.#moveCapacity(before, after);
  }

  /** Records a message with the place it gets; answers it as it is stored. */
  async recordMessage(
    kind: 'message.received' | 'message.echoed' | 'message.accepted',
    message: Omit<Message, 'arrivalOrder'>,
  ): Promise<Message> {
    const stream = `interaction:${message.interactionId}`;
    const placed: Message = { ...message, arrivalOrder: await this.nextSeq(stream) };
    await this.record(stream, { kind, data: { message: placed } });
    return placed;
  }

  /** Writes everything; the commit to publish, or undefined when nothing happened. */
  async finish(): Promise<Commit | undefined> {
    await this.#recordAgents();
    await this.#projector.flush();
    await this.#writeAgentFacts();
    if (this.#recorded.length === 0) return undefined;
    const events: LogEvent[] = [];
    const seen = new Map<string, AudienceEvent[]>();
    for (const recorded of this.#recorded) {
      const audience = await this.#fullAudience(recorded);
      const event = await this.tables.events.append(recorded.event, audience);
      events.push(event);
      for (const { agent, introduces } of audience) {
        const entries = seen.get(agent) ?? [];
        seen.set(agent, entries);
        entries.push({ event, introduces });
      }
    }
    const perAgent: AgentCommit[] = [];
    for (const [agent, entries] of seen) perAgent.push({ agent, ...(await batchFor(this.tables, agent, entries)) });
    return { cursor: events.at(-1)?.cursor ?? 0, events, perAgent };
  }

  /** The agents this command changed, for the roster after the commit. */
  changedAgents(): Iterable<AgentRecord> {
    return this.#agents.values();
  }

  #moveCapacity(before: Interaction | undefined, after: Interaction): void {
    const from = holderOf(before);
    const to = holderOf(after);
    if (from !== to) {
      if (from !== undefined) this.#use(from, -1);
      if (to !== undefined) this.#use(to, 1);
    }
    // Only work in hand ends idleness: an offer that came to nothing must not send an agent to the end of the line.
    const agents = before?.agent === after.agent ? [] : [before?.agent, after.agent];
    for (const agent of agents) if (agent) this.changeAgent(agent, {}, { idleSince: this.now });
  }

  #use(agent: string, change: number): void {
    const known = this.agent(agent);
    if (!known) return;
    const { used, allowed } = known.status.capacity;
    this.changeAgent(agent, { capacity: { used: Math.max(0, used + change), allowed } });
  }

  async #recordAgents(): Promise<void> {
    for (const [name, record] of this.#agents) {
      const before = this.#roster.get(name);
      // That somebody who never logged in is logged out is no news.
      if (before ? sameStatus(before.status, record.status) : record.status.state === 'logged-out') continue;
      await this.record(`agent:${name}`, { kind: 'agent.status-changed', data: { status: record.status } });
    }
  }

  async #writeAgentFacts(): Promise<void> {
    for (const [name, record] of this.#agents) {
      await this.tables.agents.putIdleSince(name, record.idleSince);
      await this.tables.agents.putDeskLostAt(name, record.deskLostAt);
    }
  }

  async #fullAudience({ event, audience }: Recorded): Promise<readonly Audience[]> {
    const agent = streamId(event.stream, 'agent');
    if (agent !== undefined) return [{ agent, introduces: null }];
    const contactId = streamId(event.stream, 'contact');
    if (contactId === undefined) return audience;
    const agents = await this.tables.interactions.agentsOfContact(contactId);
    return agents.map((name) => ({ agent: name, introduces: null }));
  }
}

function audienceOf(
  before: Interaction | undefined,
  after: Interaction | undefined,
  actor: string | undefined,
): readonly Audience[] {
  const saw = viewersOf(before);
  const see = viewersOf(after);
  const introduced = see.filter((agent) => !saw.includes(agent));
  const actors = actor === undefined ? [] : [actor];
  return [...new Set([...saw, ...see, ...actors])].map((agent) => ({
    agent,
    introduces: after && introduced.includes(agent) ? after.id : null,
  }));
}
