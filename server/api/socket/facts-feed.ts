import { isDeepStrictEqual } from 'node:util';
import type { Outgoing } from './outgoing.ts';
import type { ConfigurationFacts } from './welcome-facts.ts';

export interface FactsFeedOptions {
  readonly outgoing: Pick<Outgoing, 'hasRoomFor' | 'sendText'>;
  /** What the welcome said. */
  readonly told: ConfigurationFacts;
  /** As it is now; undefined for an agent the option files do not name any more. */
  readonly describe: () => ConfigurationFacts | undefined;
  readonly onRemoved: () => void;
}

/**
 * Keeps one desk's knowledge of the configuration new: what the welcome said is said again when it has changed (OPT-3,
 * ROLE-1). Only the newest counts, so a desk that takes nothing for a while is sent one frame, not one for each change.
 */
export class FactsFeed {
  readonly #options: FactsFeedOptions;
  #told: ConfigurationFacts;
  /** Something has changed that the desk had no room for. */
  #due = false;

  constructor(options: FactsFeedOptions) {
    this.#options = options;
    this.#told = only(options.told);
  }

  /** The desk has taken most of what was sent. */
  drained(): void {
    if (this.#due) this.tell();
  }

  /** The configuration has changed. */
  tell(): void {
    this.#due = false;
    const { describe, outgoing, onRemoved } = this.#options;
    const described = describe();
    if (!described) {
      onRemoved();
      return;
    }
    const facts = only(described);
    if (isDeepStrictEqual(facts, this.#told)) return;
    const text = JSON.stringify({ type: 'configuration', ...facts });
    if (outgoing.hasRoomFor(Buffer.byteLength(text))) {
      outgoing.sendText(text);
      this.#told = facts;
    } else this.#due = true;
  }
}

function only({ agent, privileges, options, directory }: ConfigurationFacts): ConfigurationFacts {
  return { agent, privileges, options, directory };
}
