import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';

/** Sentences that come closer together than this are spoken together, ms. */
const BATCH = 400;
/** More than this in one batch would be spoken for too long: the latest ones matter. */
const MOST = 3;

/** Tells screen readers what has happened, each thing once and a burst together (A11Y-1). */
export class Announcer {
  /** What the live region of the page holds. */
  readonly store: StoreApi<{ readonly text: string }> = createStore(() => ({ text: '' }));
  readonly #clock: Clock;
  #waiting: string[] = [];
  #next: Disposable | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  announce(sentence: string): void {
    if (!this.#waiting.includes(sentence)) this.#waiting.push(sentence);
    this.#next ??= this.#clock.after(BATCH, () => this.#speak());
  }

  #speak(): void {
    const text = this.#waiting.slice(-MOST).join(' ');
    this.#waiting = [];
    this.#next = undefined;
    // The same words again are only spoken when the region has changed in between.
    this.store.setState({ text: this.store.getState().text === text ? `${text}\u00a0` : text });
  }
}
