import { type Disposable, disposable } from '#shared/disposable.ts';
import type { ServerConfiguration } from './config.ts';

export type ConfigurationListener = (current: ServerConfiguration, previous: ServerConfiguration) => void;

/**
 * The configuration in force (OPT-3). Parts of the server ask for `current` each time they need something of it, so
 * that a new one counts at once for all of them; whoever has to act on a change listens.
 */
export class LiveConfiguration {
  readonly #listeners = new Set<ConfigurationListener>();
  #current: ServerConfiguration;

  constructor(first: ServerConfiguration) {
    this.#current = first;
  }

  get current(): ServerConfiguration {
    return this.#current;
  }

  /** Calls `listener` after each change, in the order of registration. */
  onChange(listener: ConfigurationListener): Disposable {
    this.#listeners.add(listener);
    return disposable(() => this.#listeners.delete(listener));
  }

  /** Puts another configuration in force, as a whole. */
  replace(next: ServerConfiguration): void {
    const previous = this.#current;
    this.#current = next;
    for (const listener of this.#listeners) listener(next, previous);
  }
}
