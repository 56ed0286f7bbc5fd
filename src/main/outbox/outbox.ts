import type { Message } from '#shared/domain/message.ts';
import { ok, type Refusal, type Result, refuse } from '#shared/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { OperationParams, OutboxRow } from '../cache/operations.ts';
import { messageOf } from './compose.ts';
import { isReaction, withReaction } from './reactions.ts';
import { Sender, type SenderOptions } from './sender.ts';

export interface OutboxOptions extends Omit<SenderOptions, 'head' | 'onSent' | 'onRefused'> {
  readonly cache: Cache;
  /** A message of ours came, or stands differently. */
  readonly onMessage: (message: Message) => void;
  /** A reaction of ours to this message came, stands differently, or is not to be shown any more. */
  readonly onReaction: (interactionId: string, messageId: string) => void;
  /** A message of ours is not to be shown any more. */
  readonly onGone: (interactionId: string) => void;
  /** The server has it: `message` is its word, for a reaction about the target. */
  readonly onSettled: (row: OutboxRow, message: Message | undefined) => void;
  readonly onFailed: (row: OutboxRow) => void;
  /**
   * What the composer has when texts come back to it since the server refused the first of them for this, in the order
   * pressed; undefined: they stay here.
   */
  readonly draftWith: (interactionId: string, texts: readonly string[], error: Refusal) => string | undefined;
  /** They are coming back: the disk is asked for it, and whatever is written of the draft from now on has them. */
  readonly onGivingBack: (interactionId: string, draft: string) => void;
  /** They have come back. */
  readonly onGivenBack: (interactionId: string) => void;
  /** The disk refused it: they stay here. */
  readonly onKept: (interactionId: string, texts: readonly string[]) => void;
  /** The number of waiting messages changed. */
  readonly onCount: () => void;
}

type Addition = Omit<OperationParams<'outbox.add'>, 'row'>;

/**
 * What this desk has to send (SRV-2): on disk before the agent sees it, sent in the order pressed with one id for good,
 * gone when the server has it, kept with its reason when the server will not.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #sender: Sender;
  /** In the order pressed. */
  readonly #rows = new Map<string, OutboxRow>();
  /** Grows when another agent's outbox takes this one's place. */
  #generation = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#sender = new Sender({
      ...options,
      head: (interactionId) => this.rowsOf(interactionId).find((row) => row.state === 'queued'),
      onSent: (id, message) => this.settle(id, message),
      onRefused: (row, error) => this.#refused(row, error),
    });
  }

  /** Takes over what the cache kept; nothing is sent before `resume`. */
  restore(rows: readonly OutboxRow[]): void {
    this.clear();
    for (const row of rows) this.#rows.set(row.id, row);
    this.#options.onCount();
  }

  /** Forgets all rows here; the disk keeps them. */
  clear(): void {
    this.#generation += 1;
    this.#rows.clear();
    this.#sender.clear();
    this.#options.onCount();
  }

  get rows(): readonly OutboxRow[] {
    return [...this.#rows.values()];
  }

  row(id: string): OutboxRow | undefined {
    return this.#rows.get(id);
  }

  rowsOf(interactionId: string): OutboxRow[] {
    return this.rows.filter((row) => row.interactionId === interactionId);
  }

  messagesOf(interactionId: string): Message[] {
    return this.rowsOf(interactionId)
      .filter((row) => !isReaction(row))
      .map(messageOf);
  }

  /** A message with what waits here about it. */
  shown(message: Message): Message {
    // A reaction is sent from the interaction at hand, and may be to a message of an earlier session.
    return withReaction(message, this.rows);
  }

  get queuedCount(): number {
    return this.rows.filter((row) => row.state === 'queued').length;
  }

  hasQueued(interactionId: string): boolean {
    return this.rowsOf(interactionId).some((row) => row.state === 'queued');
  }

  /** Stores a message and sends it as soon as it is its turn. Refused as the cache refuses it, then nothing is stored. */
  async add(row: OutboxRow, addition: Addition): Promise<Result<Message>> {
    const generation = this.#generation;
    const stored = await this.#options.cache.call('outbox.add', { row, ...addition });
    if (!stored.ok) return stored;
    // Signed out in between: it is stored, and sent after the next sign-in.
    if (generation !== this.#generation) return ok(row.message);
    const replaced = addition.replaces === null ? undefined : this.#rows.get(addition.replaces);
    this.#rows.set(row.id, row);
    if (replaced) this.#take(replaced);
    this.#show(row);
    this.#options.onCount();
    this.#sender.send(row.interactionId);
    return ok(row.message);
  }

  /** Takes a message that could not be sent away for good. Refused with `not-found`. */
  async discard(id: string): Promise<Result<Record<string, never>>> {
    const row = this.#rows.get(id);
    if (row?.state !== 'failed') return refuse('not-found', 'There is no such failed message on this desk.');
    const removed = await this.#options.cache.call('outbox.remove', { id });
    if (!removed.ok) return removed;
    this.#take(row);
    return ok({});
  }

  /** The server has the message of this id, by its answer or its event. */
  settle(id: string, message?: Message): void {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#rows.delete(id);
    this.#options.onSettled(row, message);
    this.#options.onCount();
    this.#sender.settled(row);
  }

  /** Connected and up to date: sends what waits. */
  resume(): void {
    const interactions = new Set(this.rows.map((row) => row.interactionId));
    for (const interactionId of interactions) this.#sender.send(interactionId, { atOnce: true });
  }

  /** The interaction is no longer held. */
  resumeOne(interactionId: string): void {
    this.#sender.send(interactionId);
  }

  /** Writes every row to a new, empty file. */
  async rewrite(): Promise<void> {
    for (const row of this.rows) {
      await this.#options.cache.call('outbox.add', { row, replaces: null, retryOf: null, clearDraft: false });
    }
  }

  #show(row: OutboxRow): void {
    if (isReaction(row)) this.#options.onReaction(row.interactionId, row.content.messageId);
    else this.#options.onMessage(messageOf(row));
  }

  #take(row: OutboxRow): void {
    this.#rows.delete(row.id);
    if (isReaction(row)) this.#options.onReaction(row.interactionId, row.content.messageId);
    else this.#options.onGone(row.interactionId);
  }

  async #refused(row: OutboxRow, error: Refusal): Promise<void> {
    if (!(await this.#giveBack(row, error))) await this.#fail(row, error.code, error.message);
  }

  /** What waits behind the refused text would be refused as well: all of them come back at once, in their order. */
  async #giveBack({ id, interactionId }: OutboxRow, error: Refusal): Promise<boolean> {
    const texts = this.rowsOf(interactionId).flatMap((row) =>
      row.state === 'queued' && row.content.kind === 'text' ? [{ row, text: row.content.text }] : [],
    );
    if (!texts.some(({ row }) => row.id === id)) return false;
    const words = texts.map(({ text }) => text);
    const draft = this.#options.draftWith(interactionId, words, error);
    if (draft === undefined) return false;
    const generation = this.#generation;
    const ids = texts.map(({ row }) => row.id);
    const storing = this.#options.cache.call('outbox.give-back', { ids, interactionId, draft });
    // At once: a draft written while the disk works would otherwise take the place of these words there.
    this.#options.onGivingBack(interactionId, draft);
    const stored = await storing;
    if (!stored.ok) {
      this.#options.onKept(interactionId, words);
      return false;
    }
    if (generation !== this.#generation) return true;
    for (const { row } of texts) this.#take(row);
    this.#options.onGivenBack(interactionId);
    this.#options.onCount();
    return true;
  }

  async #fail(row: OutboxRow, code: string, title: string): Promise<void> {
    const generation = this.#generation;
    const error = { code, title };
    const failed: OutboxRow = { ...row, state: 'failed', error };
    // When the disk refuses this, the message is sent once more after the next start, and refused once more.
    await this.#options.cache.call('outbox.fail', { id: row.id, error });
    if (generation !== this.#generation || !this.#rows.has(row.id)) return;
    this.#rows.set(row.id, failed);
    this.#show(failed);
    this.#options.onFailed(failed);
    this.#options.onCount();
  }
}
