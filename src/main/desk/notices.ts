import type { Clock } from '#shared/clock.ts';
import type { Notice } from '#shared/ipc/view.ts';

/** More than these nobody reads; the oldest go. */
const MOST = 50;

/** Sentences for the agent, newest last; one with the id of another takes its place. */
export class Notices {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #list: readonly Notice[] = [];

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Saying the same thing again changes nothing. */
  add(notice: Omit<Notice, 'at'>): void {
    const same = this.#list.find((entry) => entry.id === notice.id);
    if (same && same.message === notice.message && same.severity === notice.severity && same.code === notice.code)
      return;
    const others = this.#list.filter((entry) => entry.id !== notice.id);
    this.#list = [...others, { ...notice, at: this.#clock.now() }].slice(-MOST);
    this.#onChange();
  }

  dismiss(id: string): void {
    if (!this.#list.some((entry) => entry.id === id)) return;
    this.#list = this.#list.filter((entry) => entry.id !== id);
    this.#onChange();
  }
}
