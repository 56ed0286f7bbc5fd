import type { Contact } from '#shared/domain/contact.ts';
import type { Message } from '#shared/domain/message.ts';
import { type Batch, emptyBatch, type InteractionRow, type SeenRow } from '../cache/operations.ts';

/**
 * What is still to be written to the cache: the newest of each thing, since a thing that changed five times before the
 * disk was free needs one write. Everything in here goes into one transaction with its cursor.
 */
export class PendingWrites {
  readonly #onAdded: () => void;
  readonly #interactions = new Map<string, InteractionRow>();
  readonly #contacts = new Map<string, Contact>();
  readonly #messages = new Map<string, Message>();
  readonly #forgotten = new Map<string, number>();
  readonly #seen = new Map<string, SeenRow>();
  readonly #drafts = new Map<string, string>();
  readonly #notes = new Map<string, string>();
  readonly #unfinished = new Map<string, string>();
  readonly #settled = new Set<string>();
  readonly #meta = new Map<string, string>();
  #replaceAll = false;
  #cursor: number | null = null;
  #isEmpty = true;

  constructor(onAdded: () => void = () => {}) {
    this.#onAdded = onAdded;
  }

  interaction(row: InteractionRow): void {
    this.#interactions.set(row.interaction.id, row);
    this.#added();
  }

  contact(contact: Contact): void {
    this.#contacts.set(contact.id, contact);
    this.#added();
  }

  message(message: Message): void {
    this.#messages.set(message.id, message);
    this.#added();
  }

  /** Messages of the interaction below this order may be out of date: they go, also those not yet written. */
  forget(interactionId: string, below: number): void {
    for (const [id, message] of this.#messages) {
      if (message.interactionId === interactionId && message.arrivalOrder < below) this.#messages.delete(id);
    }
    this.#forgotten.set(interactionId, Math.max(below, this.#forgotten.get(interactionId) ?? 0));
    this.#added();
  }

  seen(row: SeenRow): void {
    this.#seen.set(row.interactionId, row);
    this.#added();
  }

  draft(interactionId: string, text: string): void {
    this.#drafts.set(interactionId, text);
    this.#added();
  }

  note(interactionId: string, text: string): void {
    this.#notes.set(interactionId, text);
    this.#added();
  }

  unfinished(place: string, value: string): void {
    this.#unfinished.set(place, value);
    this.#added();
  }

  settled(messageId: string): void {
    this.#settled.add(messageId);
    this.#added();
  }

  meta(key: string, value: string): void {
    this.#meta.set(key, value);
    this.#added();
  }

  replaceAll(): void {
    this.#replaceAll = true;
    this.#added();
  }

  cursor(cursor: number): void {
    this.#cursor = cursor;
    this.#added();
  }

  /** A message that waits here is newer than the one on disk. */
  messageOf(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** All of it, as one transaction; undefined when there is nothing. */
  take(): Batch | undefined {
    if (this.#isEmpty) return undefined;
    const batch: Batch = {
      ...emptyBatch(),
      replaceAll: this.#replaceAll,
      interactions: [...this.#interactions.values()],
      contacts: [...this.#contacts.values()],
      forgotten: [...this.#forgotten].map(([interactionId, below]) => ({ interactionId, below })),
      messages: [...this.#messages.values()],
      seen: [...this.#seen.values()],
      drafts: [...this.#drafts].map(([interactionId, text]) => ({ interactionId, text })),
      notes: [...this.#notes].map(([interactionId, text]) => ({ interactionId, text })),
      unfinished: [...this.#unfinished].map(([place, value]) => ({ place, value })),
      settled: [...this.#settled],
      meta: Object.fromEntries(this.#meta),
      cursor: this.#cursor,
    };
    this.clear();
    return batch;
  }

  /** Puts a batch that could not be written before what was collected meanwhile. */
  restore(older: Batch): void {
    const newer = this.take();
    this.#add(older);
    if (newer) this.#add(newer);
  }

  clear(): void {
    const maps = [this.#interactions, this.#contacts, this.#messages, this.#forgotten, this.#seen];
    const begun = [this.#drafts, this.#notes, this.#unfinished];
    for (const map of [...maps, ...begun, this.#meta, this.#settled]) map.clear();
    this.#replaceAll = false;
    this.#cursor = null;
    this.#isEmpty = true;
  }

  #add(batch: Batch): void {
    if (batch.replaceAll) this.replaceAll();
    for (const { interactionId, below } of batch.forgotten) this.forget(interactionId, below);
    for (const row of batch.interactions) this.interaction(row);
    for (const contact of batch.contacts) this.contact(contact);
    for (const message of batch.messages) this.message(message);
    for (const row of batch.seen) this.seen(row);
    for (const { interactionId, text } of batch.drafts) this.draft(interactionId, text);
    for (const { interactionId, text } of batch.notes) this.note(interactionId, text);
    for (const { place, value } of batch.unfinished) this.unfinished(place, value);
    for (const id of batch.settled) this.settled(id);
    for (const [key, value] of Object.entries(batch.meta)) this.meta(key, value);
    if (batch.cursor !== null) this.cursor(batch.cursor);
  }

  #added(): void {
    this.#isEmpty = false;
    this.#onAdded();
  }
}
