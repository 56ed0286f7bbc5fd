import { type Unfinished, unfinishedSchema } from '#shared/ipc/unfinished.ts';
import type { OperationResult } from '../cache/operations.ts';
import { parseJson } from '../cache/tables/statement.ts';
import type { Log } from './log.ts';

/** Sessions that were to be begun and were not; more than these nobody comes back to. */
const MOST_NEW_SESSIONS = 200;
const NEW_SESSION = 'new-session:';

export interface UnfinishedWorkOptions {
  readonly log: Log;
  /** `value`: JSON; empty: nothing is begun there. */
  readonly write: (place: string, value: string) => void;
  /** Pages are to be told. */
  readonly onChange: (place: string) => void;
}

/**
 * What the agent has begun and not sent beside texts and notes, by place; kept as these are (UI-5). Pages are told of
 * every change, also the one that made it: what an editor holds goes from window to window whenever one of them opens it.
 */
export class UnfinishedWork {
  readonly #options: UnfinishedWorkOptions;
  /** The place that was written in last at the end. */
  readonly #begun = new Map<string, Unfinished>();
  readonly #ended = new Set<string>();

  constructor(options: UnfinishedWorkOptions) {
    this.#options = options;
  }

  /** As the cache had it; what cannot be read stays there, and nothing is begun in its place. */
  restore(rows: OperationResult<'load'>['unfinished']): void {
    for (const { place, value } of rows) {
      const parsed = unfinishedSchema.safeParse(parseJson(value));
      if (!parsed.success) {
        const { path, code } = parsed.error.issues[0] ?? {};
        this.#options.log.warn({ path: path?.join('.'), code }, 'What was begun cannot be read and is left out');
      } else this.#show(place, parsed.data);
    }
  }

  of(place: string): Unfinished | null {
    return this.#begun.get(place) ?? null;
  }

  all(): Record<string, Unfinished> {
    return Object.fromEntries(this.#begun);
  }

  /** Null: it was sent, or taken away again. */
  set(place: string, unfinished: Unfinished | null): void {
    // A page may hand over what was typed while the interaction ended.
    const kept = this.#ended.has(place) ? null : unfinished;
    this.#show(place, kept);
    this.#options.write(place, kept ? JSON.stringify(kept) : '');
    if (place.startsWith(NEW_SESSION)) this.#dropOldest();
  }

  /** The interaction is done: nothing is begun in it any more. */
  end(interactionId: string): void {
    this.#ended.add(interactionId);
    if (this.#begun.has(interactionId)) this.set(interactionId, null);
  }

  /** Forgets it here; the disk keeps it. */
  clear(): void {
    this.#ended.clear();
    for (const place of [...this.#begun.keys()]) this.#show(place, null);
  }

  /** Writes it to a new, empty file. */
  rewrite(): void {
    for (const [place, unfinished] of this.#begun) this.#options.write(place, JSON.stringify(unfinished));
  }

  #show(place: string, unfinished: Unfinished | null): void {
    this.#begun.delete(place);
    if (unfinished) this.#begun.set(place, unfinished);
    this.#options.onChange(place);
  }

  #dropOldest(): void {
    const sessions = [...this.#begun.keys()].filter((place) => place.startsWith(NEW_SESSION));
    for (const place of sessions.slice(0, -MOST_NEW_SESSIONS)) this.set(place, null);
  }
}
