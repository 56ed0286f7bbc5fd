import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import type { DeskClient } from '../ipc/desk-client.ts';
import { withUnfinished } from './desk-model.ts';
import type { DeskStore } from './desk-store.ts';

/** How long writing pauses before it is kept, ms; that of the composer. */
const PAUSE = 400;

export const nothingBegun: Unfinished = { notification: null, interactive: null, attached: [], firstMessage: '' };

export interface UnfinishedSyncOptions {
  readonly client: DeskClient;
  readonly store: DeskStore;
  readonly clock: Clock;
}

/**
 * What is begun and not sent, by place: here at once, with main when writing pauses. Main tells every change to every
 * page. What it tells of a place where this page has something on its way is older than that and does not count.
 */
export class UnfinishedSync {
  readonly #options: UnfinishedSyncOptions;
  readonly #waiting = new Map<string, Disposable>();
  /** Requests that main has not answered yet. */
  readonly #underWay = new Map<string, number>();

  constructor(options: UnfinishedSyncOptions) {
    this.#options = options;
  }

  of(place: string): Unfinished {
    return this.#options.store.getState().unfinished.get(place) ?? nothingBegun;
  }

  /** Keeps a part of what is begun in a place; null or empty when it was sent. */
  keep(place: string, part: Partial<Unfinished>): void {
    const next = { ...this.of(place), ...part };
    const { store, clock } = this.#options;
    store.setState(withUnfinished(store.getState(), place, isNothing(next) ? null : next), true);
    this.#waiting.get(place)?.dispose();
    this.#waiting.set(
      place,
      clock.after(PAUSE, () => void this.#write(place)),
    );
    // What was sent is taken away at once: after a crash it must not come back.
    if (!part.notification && !part.interactive && !part.firstMessage) void this.#write(place);
  }

  /** Writes what still waits: the page is left, for another window or for good. */
  flush(): void {
    for (const place of [...this.#waiting.keys()]) void this.#write(place);
  }

  /** The session is over: what still waits is nobody's any more. */
  forget(): void {
    for (const timer of this.#waiting.values()) timer.dispose();
    this.#waiting.clear();
  }

  /** Whether what this page knows of a place is newer than what main tells. */
  isNewer(place: string): boolean {
    return this.#waiting.has(place) || this.#underWay.has(place);
  }

  /** A whole picture of main, with what is newer here. */
  over(told: Readonly<Record<string, Unfinished>>): Record<string, Unfinished> {
    const places = [...Object.keys(told), ...this.#waiting.keys(), ...this.#underWay.keys()];
    return Object.fromEntries(
      [...new Set(places)].flatMap((place) => {
        const begun = this.isNewer(place) ? this.of(place) : told[place];
        return begun && !isNothing(begun) ? [[place, begun]] : [];
      }),
    );
  }

  async #write(place: string): Promise<void> {
    this.#waiting.get(place)?.dispose();
    this.#waiting.delete(place);
    const begun = this.of(place);
    this.#underWay.set(place, (this.#underWay.get(place) ?? 0) + 1);
    await this.#options.client.request('unfinished.set', { place, unfinished: isNothing(begun) ? null : begun });
    const left = (this.#underWay.get(place) ?? 1) - 1;
    if (left > 0) this.#underWay.set(place, left);
    else this.#underWay.delete(place);
  }
}

function isNothing({ notification, interactive, attached, firstMessage }: Unfinished): boolean {
  return notification === null && interactive === null && attached.length === 0 && firstMessage === '';
}
