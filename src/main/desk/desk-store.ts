import type { Contact } from '#shared/domain/contact.ts';
import type { AnyEvent } from '#shared/domain/events.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { InteractionView, OptionsView } from '#shared/ipc/view.ts';
import { openFailures } from '#shared/rules/open-failures.ts';
import type { OperationResult } from '../cache/operations.ts';
import { BegunTexts } from './begun-texts.ts';
import type { Changes } from './changes.ts';
import type { Log } from './log.ts';
import type { PendingWrites } from './pending-writes.ts';
import { ToldStatus } from './told-status.ts';
import { UnfinishedWork } from './unfinished-work.ts';
import { countUnread } from './unread.ts';

/** One interaction offered to or in the hands of this desk's agent. */
export interface LiveInteraction {
  readonly interaction: Interaction;
  readonly contact: Contact;
  /** The server has messages older than those known here. */
  readonly hasOlder: boolean;
  /** Events are missing; those that came after them are held back. */
  readonly stale: boolean;
  /** Order of the newest message the agent has seen. */
  readonly seenOrder: number;
  readonly unread: number;
}

/** What of the cache is shown first. */
type Restored = Pick<OperationResult<'load'>, 'interactions' | 'own' | 'drafts' | 'notes' | 'unfinished'>;

export interface DeskStoreOptions {
  readonly changes: Changes;
  readonly writes: PendingWrites;
  readonly log: Log;
  /** Options that have another value for this interaction than for the desk. */
  readonly optionsOf: (interaction: Interaction) => OptionsView;
  /** Messages of an interaction that the server does not have. */
  readonly unsent: (interactionId: string) => readonly Message[];
  /** Events of this interaction are missing: it must be asked for. */
  readonly onGap: (interactionId: string) => void;
  /** The server has this message of ours. */
  readonly onAccepted: (message: Message) => void;
  /** The server has the reaction of ours with this id. */
  readonly onReaction?: (id: string) => void;
}

function isSame(a: Contact, b: Contact): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The desk's state in memory: what pages show and events are folded into. Each setter notes what changed for the pages
 * and for the cache, so the three cannot disagree. The rules of folding stand in `apply-events.ts`.
 */
export class DeskStore {
  readonly options: DeskStoreOptions;
  /** Whose desk this is. */
  agent = '';
  readonly status: ToldStatus;
  readonly drafts: BegunTexts;
  /** Of those that are not saved yet with the end of their interaction. */
  readonly notes: BegunTexts;
  readonly unfinished: UnfinishedWork;
  /** Changes of messages that are not known here: a page of older messages fetched meanwhile may lack them. */
  unknownChanges = 0;
  readonly #live = new Map<string, LiveInteraction>();
  readonly #messages = new Map<string, Map<string, Message>>();
  readonly #held = new Map<string, AnyEvent[]>();
  /** Kept for interactions that leave and may come back. */
  readonly #seen = new Map<string, number>();
  readonly #contacts = new Map<string, Contact>();
  /** Newest sequence heard of interactions that are not on this desk (any more). */
  readonly #absent = new Map<string, number>();
  #lent: ReadonlyMap<string, Message> = new Map();
  #inFront: string | null = null;

  constructor(options: DeskStoreOptions) {
    this.options = options;
    const { changes, writes, log } = options;
    const onTold = (id: string) => this.#live.has(id) && changes.interaction(id);
    this.drafts = new BegunTexts({ write: (id, text) => writes.draft(id, text), onTold });
    this.notes = new BegunTexts({ write: (id, text) => writes.note(id, text), onTold });
    this.unfinished = new UnfinishedWork({
      log,
      write: (place, value) => writes.unfinished(place, value),
      onChange: (place) => changes.unfinished(place),
    });
    this.status = new ToldStatus(() => options.changes.part('session'));
  }

  /** The picture as the cache had it. Nothing is written: it is from there. */
  restore({ interactions, own, drafts, notes, unfinished }: Restored): void {
    for (const entry of interactions) {
      this.#live.set(entry.interaction.id, entry);
      this.#contacts.set(entry.contact.id, entry.contact);
      this.#seen.set(entry.interaction.id, entry.seenOrder);
      this.options.changes.interaction(entry.interaction.id);
    }
    this.remember(own);
    this.drafts.restore(drafts);
    this.notes.restore(notes);
    this.unfinished.restore(unfinished);
  }

  /** Forgets everything, on screen too. The cache is left as it is. */
  clear(): void {
    for (const id of this.#live.keys()) this.options.changes.interaction(id);
    for (const map of [this.#live, this.#messages, this.#held, this.#seen, this.#absent, this.#contacts]) map.clear();
    this.drafts.clear();
    this.notes.clear();
    this.unfinished.clear();
    this.#inFront = null;
    this.status.clear();
  }

  get liveIds(): readonly string[] {
    return [...this.#live.keys()];
  }

  live(id: string): LiveInteraction | undefined {
    return this.#live.get(id);
  }

  interactionView(id: string): InteractionView | undefined {
    const entry = this.#live.get(id);
    if (!entry) return undefined;
    const { interaction, contact, unread, stale, hasOlder } = entry;
    const options = this.options.optionsOf(interaction);
    const begun = { draft: this.drafts.of(id), note: this.notes.of(id) };
    const failures = openFailures([...this.messagesOf(id).values(), ...this.options.unsent(id)]);
    return { interaction, contact, ...begun, unread, stale, failures, hasOlder, options };
  }

  interactionViews(): InteractionView[] {
    return this.liveIds.map((id) => this.interactionView(id)).filter((view) => view !== undefined);
  }

  /** Puts or replaces an interaction that is this agent's. */
  put(entry: LiveInteraction): void {
    const { interaction, stale, hasOlder } = entry;
    const before = this.#live.get(interaction.id);
    this.#live.set(interaction.id, entry);
    this.options.changes.interaction(interaction.id);
    this.options.writes.interaction({ interaction, live: true, stale, hasOlder });
    if (before?.contact !== entry.contact) this.options.writes.contact(entry.contact);
    if (before?.seenOrder !== entry.seenOrder || before.unread !== entry.unread) this.#writeSeen(entry);
  }

  /** The interaction is another's now, or done: it leaves the list, its messages leave memory. */
  remove(id: string, last: Interaction | undefined): void {
    const entry = this.#live.get(id);
    this.noteAbsent(id, Math.max(last?.seq ?? 0, this.heardOf(id)));
    this.#held.delete(id);
    this.#messages.delete(id);
    if (last?.stage === 'done') this.#ended(id);
    if (!entry) return;
    this.#live.delete(id);
    const { hasOlder, stale } = entry;
    this.options.writes.interaction({ interaction: last ?? entry.interaction, live: false, stale, hasOlder });
    this.options.changes.interaction(id);
  }

  /** An interaction that is not here was heard of: an older picture of it does not bring it (back) here. */
  noteAbsent(id: string, seq: number): void {
    this.#absent.set(id, Math.max(seq, this.#absent.get(id) ?? 0));
  }

  /** Newest sequence heard of an interaction. */
  newestSeq(id: string): number {
    return this.#live.get(id)?.interaction.seq ?? this.#absent.get(id) ?? 0;
  }

  /** Newest sequence heard of, held events included. */
  heardOf(id: string): number {
    return Math.max(this.newestSeq(id), ...(this.#held.get(id) ?? []).map((event) => event.seq));
  }

  /** Messages of a live interaction that are in memory. */
  messagesOf(interactionId: string): ReadonlyMap<string, Message> {
    return this.#messages.get(interactionId) ?? new Map();
  }

  /** A message in memory, on its way to the disk, or lent from there. */
  message(interactionId: string, id: string): Message | undefined {
    return this.#messages.get(interactionId)?.get(id) ?? this.options.writes.messageOf(id) ?? this.#lent.get(id);
  }

  /** Messages from the cache for the events that come now and change them. */
  lend(messages: readonly Message[]): void {
    this.#lent = new Map(messages.map((message) => [message.id, message]));
  }

  /** A new or changed message: shown and written. */
  putMessage(message: Message): void {
    this.remember([message], { isNewer: true });
    this.options.writes.message(message);
    this.options.changes.message(message);
  }

  /** Keeps messages in memory. Unless `isNewer`, what is there already is at least as new. */
  remember(messages: readonly Message[], { isNewer = false } = {}): void {
    for (const message of messages) {
      if (!this.#live.has(message.interactionId)) continue;
      const known = this.#messages.get(message.interactionId) ?? new Map<string, Message>();
      this.#messages.set(message.interactionId, known);
      if (!isNewer && known.has(message.id)) continue;
      known.set(message.id, message);
      // Older ones may have failed as well, before the first that was known.
      if (!isNewer && message.direction === 'out') this.options.changes.interaction(message.interactionId);
    }
  }

  /** Messages below this order may be out of date: the server is asked for them when they are wanted. */
  forgetBelow(interactionId: string, order: number): void {
    const known = this.#messages.get(interactionId);
    for (const message of [...(known?.values() ?? [])]) {
      if (message.arrivalOrder < order) known?.delete(message.id);
    }
    this.options.writes.forget(interactionId, order);
  }

  /** Events are missing. They are asked for; until they are here, replies are held (API-1). */
  markStale(id: string): void {
    const entry = this.#live.get(id);
    if (entry && !entry.stale) this.put({ ...entry, stale: true });
    this.options.onGap(id);
  }

  /** Keeps an event until the missing ones before it are here. */
  hold(id: string, event: AnyEvent): void {
    this.#held.set(id, [...(this.#held.get(id) ?? []), event]);
  }

  takeHeld(id: string): AnyEvent[] {
    const held = this.#held.get(id) ?? [];
    this.#held.delete(id);
    return held.sort((a, b) => a.seq - b.seq);
  }

  /** The newest that was heard of a contact. */
  contact(id: string): Contact | undefined {
    return this.#contacts.get(id);
  }

  putContact(contact: Contact): void {
    const known = this.#contacts.get(contact.id);
    if (known && known.updatedAt > contact.updatedAt) return;
    this.#contacts.set(contact.id, contact);
    for (const entry of this.#live.values()) {
      if (entry.contact.id === contact.id && !isSame(entry.contact, contact)) this.put({ ...entry, contact });
    }
  }

  seenOrder(interactionId: string): number | undefined {
    return this.#seen.get(interactionId);
  }

  isInFront(interactionId: string): boolean {
    return this.#inFront === interactionId;
  }

  /** The agent sees this interaction's end (null: none); all of it counts as read. */
  setInFront(interactionId: string | null): void {
    this.#inFront = interactionId;
    const entry = interactionId === null ? undefined : this.#live.get(interactionId);
    if (!entry) return;
    if (entry.unread > 0) this.put({ ...entry, unread: 0, seenOrder: entry.interaction.seq });
  }

  /** Unread of an interaction by its messages. */
  unreadOf(interactionId: string, messages: Iterable<Message>, seenOrder: number): number {
    return this.isInFront(interactionId) ? 0 : countUnread(messages, seenOrder);
  }

  /** Writes everything anew, for a cache that lost what it had: each interaction is asked for again. */
  rewrite(): void {
    for (const [id, entry] of this.#live) {
      this.options.writes.contact(entry.contact);
      this.#writeSeen(entry);
      this.markStale(id);
    }
    this.drafts.rewrite();
    this.notes.rewrite();
    this.unfinished.rewrite();
  }

  #ended(id: string): void {
    for (const texts of [this.drafts, this.notes]) texts.set(id, '');
    this.unfinished.end(id);
  }

  #writeSeen(entry: LiveInteraction): void {
    const { seenOrder, unread, interaction } = entry;
    this.#seen.set(interaction.id, seenOrder);
    this.options.writes.seen({ interactionId: interaction.id, seenOrder, unread });
  }
}
