import { type Disposable, disposable } from '#shared/disposable.ts';
import type { Log } from '../log.ts';
import type { Commit, EventBus } from './event-bus.ts';

/** The bus of a server that is alone. */
export class InProcessBus implements EventBus {
  readonly #log: Log;
  readonly #listeners = new Set<(commit: Commit) => void>();

  constructor({ log }: { readonly log: Log }) {
    this.#log = log;
  }

  async publish(commit: Commit): Promise<void> {
    for (const listener of [...this.#listeners]) {
      try {
        listener(commit);
      } catch (error) {
        // One broken listener must not keep the commit from the others.
        this.#log.error({ err: error, cursor: commit.cursor }, 'a listener of the event bus failed');
      }
    }
  }

  subscribe(listener: (commit: Commit) => void): Disposable {
    this.#listeners.add(listener);
    return disposable(() => this.#listeners.delete(listener));
  }
}
