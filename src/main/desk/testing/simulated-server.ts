import type { Contact } from '#shared/domain/contact.ts';
import { type AnyEvent, type EventBody, type LogEvent, logEventSchema } from '#shared/domain/events.ts';
import { foldInteraction, foldMessage, messageIdOf } from '#shared/domain/fold.ts';
import type { Interaction, InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { DeskSnapshot } from '#shared/protocol/frames.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { sampleContact } from '../../cache/samples.ts';
import { isMine } from '../apply-events.ts';
import type { EventsFrame } from '../frame-queue.ts';

/** Small, so that short histories already have messages older than a snapshot. */
const SNAPSHOT_MESSAGES = 4;

interface Entry {
  readonly event: AnyEvent;
  /** Visible to the agent when it happened. */
  readonly isSeen: boolean;
  /** The interaction became visible with it. */
  readonly introduces: string | undefined;
}

/** The server's side of the agent protocol for one agent, in memory, by the shared fold: what a desk must agree with. */
export class SimulatedServer {
  readonly agent: string;
  readonly interactions = new Map<string, Interaction>();
  readonly messages = new Map<string, Message[]>();
  readonly contacts = new Map<string, Contact>();
  readonly #log: Entry[] = [];
  readonly #seq = new Map<string, number>();
  #told = 0;
  #now = Date.UTC(2026, 0, 5, 9, 0, 0);

  constructor(agent: string) {
    this.agent = agent;
  }

  get cursor(): number {
    return this.#log.length;
  }

  get now(): number {
    return this.#now;
  }

  /** Records an event and answers with the frame the agent is sent for it, if they are sent one. */
  append(
    stream: string,
    body: EventBody | { kind: string; data: unknown },
    withAfter: boolean,
  ): EventsFrame | undefined {
    this.#now += 250;
    const seq = (this.#seq.get(stream) ?? 0) + 1;
    this.#seq.set(stream, seq);
    const event: AnyEvent = { cursor: this.#log.length + 1, stream, seq, at: this.#now, ...body };
    const entry = this.#record(event);
    this.#log.push(entry);
    if (!entry.isSeen) return undefined;
    const after = this.#told;
    this.#told = event.cursor;
    const introduces = entry.introduces === undefined ? [] : [this.snapshotOf(entry.introduces)];
    return { type: 'events', events: [event], introduces, cursor: event.cursor, ...(withAfter ? { after } : {}) };
  }

  /** What came after `cursor`, as a desk that comes back gets it. */
  eventsAfter(cursor: number): EventsFrame {
    const seen = this.#log.slice(cursor).filter((entry) => entry.isSeen);
    const ids = new Set(seen.map((entry) => entry.introduces).filter((id) => id !== undefined));
    const mine = [...ids].filter((id) => this.isMine(id));
    this.#told = this.cursor;
    return {
      type: 'events',
      events: seen.map((entry) => entry.event),
      introduces: mine.map((id) => this.snapshotOf(id)),
      cursor: this.cursor,
      after: cursor,
    };
  }

  picture(): DeskSnapshot {
    this.#told = this.cursor;
    const mine = [...this.interactions.keys()].filter((id) => this.isMine(id));
    return { status: this.status(), interactions: mine.map((id) => this.snapshotOf(id)) };
  }

  get(id: string): Result<InteractionSnapshot> {
    return this.isMine(id) ? ok(this.snapshotOf(id)) : refuse('not-yours', 'Not yours.');
  }

  isMine(id: string): boolean {
    const interaction = this.interactions.get(id);
    return interaction !== undefined && isMine(interaction, this.agent);
  }

  status(): DeskSnapshot['status'] {
    const capacity = { used: 0, allowed: 5 };
    return { agent: this.agent, displayName: 'Kaa', state: 'ready', reason: '', since: 0, capacity, missedOffers: 0 };
  }

  snapshotOf(id: string): InteractionSnapshot {
    const interaction = this.interactions.get(id);
    if (!interaction) throw new Error(`no interaction ${id}`);
    const messages = this.messages.get(id) ?? [];
    const contact = this.contacts.get(interaction.contactId) ?? sampleContact(interaction.contactId);
    const hasOlder = messages.length > SNAPSHOT_MESSAGES;
    return structuredClone({ interaction, contact, messages: messages.slice(-SNAPSHOT_MESSAGES), hasOlder });
  }

  #record(event: AnyEvent): Entry {
    const id = event.stream.startsWith('interaction:') ? event.stream.slice('interaction:'.length) : undefined;
    const known = logEventSchema.safeParse(event).data;
    if (id === undefined) {
      if (known?.kind === 'contact.changed') this.contacts.set(known.data.contact.id, known.data.contact);
      return { event, isSeen: true, introduces: undefined };
    }
    const before = this.isMine(id);
    this.#fold(id, event, known);
    const after = this.isMine(id);
    return { event, isSeen: before || after, introduces: after && !before ? id : undefined };
  }

  #fold(id: string, event: AnyEvent, known: LogEvent | undefined): void {
    const before = this.interactions.get(id);
    const after = known ? foldInteraction(before, known) : before && { ...before, seq: event.seq };
    if (after) this.interactions.set(id, after);
    const messageId = known && messageIdOf(known);
    if (!known || messageId === undefined) return;
    const list = this.messages.get(id) ?? [];
    const message = foldMessage(
      list.find((entry) => entry.id === messageId),
      known,
    );
    const isNew = !list.some((entry) => entry.id === messageId);
    const next = list.map((entry) => (entry.id === messageId && message ? message : entry));
    this.messages.set(id, isNew && message ? [...next, message] : next);
  }
}
