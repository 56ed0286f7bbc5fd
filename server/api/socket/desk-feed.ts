import type { Disposable } from '#shared/disposable.ts';
import type { DeskSnapshot } from '#shared/protocol/frames.ts';
import type { Engine, EventBatch } from '../../engine/engine.ts';
import { fitSnapshot, jsonBytes, splitBatch } from './fit.ts';
import type { Outgoing } from './outgoing.ts';

/** Batches kept while a snapshot is read; more than that, and the snapshot is read again. */
const MOST_PENDING = 1000;

export interface DeskFeedOptions {
  readonly engine: Pick<Engine, 'subscribe' | 'eventsAfter' | 'deskSnapshot'>;
  readonly agent: string;
  readonly outgoing: Outgoing;
  /** Bytes a frame may have. */
  readonly frameLimit: number;
  readonly onBehind: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** What a connection begins with (API-1): the events the desk missed, or its whole picture. */
export type Opening =
  | { readonly mode: 'delta'; readonly cursor: number; readonly batch: EventBatch }
  | { readonly mode: 'snapshot'; readonly cursor: number; readonly snapshot: DeskSnapshot };

/**
 * Tells one desk what happens, without holes: a desk gets exactly the events after its cursor, and one that does not
 * take them fast enough gets a snapshot instead, as soon as it has taken what is under way (API-1).
 */
export class DeskFeed {
  readonly #options: DeskFeedOptions;
  readonly #subscription: Disposable;
  /** Position of the log that the desk has been told. */
  #cursor = 0;
  /** Batches that arrive while a snapshot or delta is read; undefined while they go out directly. */
  #pending: EventBatch[] | undefined = [];
  #overflowed = false;
  #behind = false;
  #resyncing = false;
  #closed = false;

  constructor(options: DeskFeedOptions) {
    this.#options = options;
    // Before anything is read: what is committed in between is then pending instead of lost.
    this.#subscription = options.engine.subscribe(options.agent, (batch) => this.#onBatch(batch));
  }

  /** Last position told; a desk cannot have acknowledged more. */
  get cursor(): number {
    return this.#cursor;
  }

  get isBehind(): boolean {
    return this.#behind;
  }

  /** What to put into the welcome. `from` undefined: the desk has nothing it could go on from. */
  async open(from: number | undefined): Promise<Opening> {
    const { engine, agent, frameLimit, outgoing } = this.#options;
    const batch = from === undefined ? undefined : await engine.eventsAfter(agent, from);
    if (from !== undefined && batch && outgoing.hasRoomFor(jsonBytes(batch))) {
      this.#cursor = from;
      return { mode: 'delta', cursor: batch.cursor, batch };
    }
    const { snapshot, cursor } = await engine.deskSnapshot(agent);
    this.#cursor = cursor;
    return { mode: 'snapshot', cursor, snapshot: fitSnapshot(snapshot, frameLimit) };
  }

  /** The welcome is out: sends what follows it, and from then on what happens. */
  follow(opening: Opening): void {
    const pending = this.#pending ?? [];
    this.#pending = undefined;
    if (opening.mode === 'delta') this.#deliver(opening.batch);
    if (this.#overflowed) this.#fallBehind();
    for (const batch of pending) this.#onBatch(batch);
  }

  /** The desk has taken most of what was sent. */
  drained(): void {
    if (this.#behind && !this.#resyncing && !this.#closed) void this.#resync();
  }

  close(): void {
    this.#closed = true;
    this.#subscription.dispose();
    this.#pending = undefined;
  }

  #onBatch(batch: EventBatch): void {
    if (this.#closed) return;
    if (this.#pending) {
      if (this.#pending.length < MOST_PENDING) this.#pending.push(batch);
      else this.#overflowed = true;
    } else if (!this.#behind) this.#deliver(batch);
  }

  #deliver(batch: EventBatch): void {
    if (batch.cursor <= this.#cursor) return;
    const { outgoing, frameLimit } = this.#options;
    const texts = frameTexts(batch, this.#cursor, frameLimit);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (!outgoing.hasRoomFor(bytes)) {
      this.#fallBehind();
      return;
    }
    for (const text of texts) outgoing.sendText(text);
    this.#cursor = batch.cursor;
  }

  #fallBehind(): void {
    this.#behind = true;
    this.#options.onBehind();
    // Without anything under way nothing will report that it was taken.
    if (this.#options.outgoing.isDrained) this.drained();
  }

  async #resync(): Promise<void> {
    this.#resyncing = true;
    try {
      await this.#sendSnapshot();
    } catch (error) {
      if (!this.#closed) this.#options.onFailure(error);
    } finally {
      this.#resyncing = false;
    }
  }

  async #sendSnapshot(): Promise<void> {
    const { engine, agent, outgoing, frameLimit } = this.#options;
    this.#pending = [];
    this.#overflowed = false;
    const { snapshot, cursor } = await engine.deskSnapshot(agent);
    if (this.#closed) return;
    const reason = 'This desk was too slow to follow, so everything it shows was sent anew.';
    outgoing.send({ type: 'snapshot', reason, snapshot: fitSnapshot(snapshot, frameLimit), cursor });
    this.#cursor = cursor;
    this.#behind = false;
    const pending = this.#pending;
    this.#pending = undefined;
    if (this.#overflowed) this.#fallBehind();
    for (const batch of pending) this.#onBatch(batch);
  }
}

/** The batch as frames; as one where it fits, which is only known when it is written. */
function frameTexts(batch: EventBatch, from: number, limit: number): readonly string[] {
  const whole = frameText(batch, from);
  if (Buffer.byteLength(whole) <= limit) return [whole];
  let after = from;
  return splitBatch(batch, from, limit).map((part) => {
    const text = frameText(part, after);
    after = part.cursor;
    return text;
  });
}

function frameText(batch: EventBatch, after: number): string {
  return JSON.stringify({ type: 'events', after, ...batch });
}
