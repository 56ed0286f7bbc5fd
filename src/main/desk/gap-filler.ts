import type { Clock } from '#shared/clock.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Result } from '#shared/result.ts';
import type { DeskStore } from './desk-store.ts';
import type { Log } from './log.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** Milliseconds until an interaction is asked for again whose picture was refused or older than what is here. */
const ASK_AGAIN = 2_000;

/** Refusals that mean the interaction is not this agent's any more. */
const GONE = new Set(['not-found', 'not-yours']);

export interface GapFillerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly isConnected: () => boolean;
  readonly ask: (interactionId: string) => Promise<Result<InteractionSnapshot>>;
  /** The interaction is whole again (or gone): what was held for it may go on. */
  readonly onFilled: (interactionId: string) => void;
}

/** Asks the server for interactions whose events are missing, until each is whole (API-1). */
export class GapFiller {
  readonly #options: GapFillerOptions;
  readonly #wanted = new Set<string>();
  readonly #asking = new Set<string>();

  constructor(options: GapFillerOptions) {
    this.#options = options;
  }

  /** Events of this interaction are missing. */
  want(store: DeskStore, interactionId: string): void {
    this.#wanted.add(interactionId);
    this.#ask(store, interactionId);
  }

  /** The connection is there again: asks for all that is missing. */
  resume(store: DeskStore): void {
    for (const id of store.liveIds) {
      if (store.live(id)?.stale) this.#wanted.add(id);
    }
    for (const id of this.#wanted) this.#ask(store, id);
  }

  clear(): void {
    this.#wanted.clear();
  }

  #ask(store: DeskStore, id: string): void {
    if (this.#asking.has(id) || !this.#wanted.has(id) || !this.#options.isConnected()) return;
    const heard = store.heardOf(id);
    this.#asking.add(id);
    this.#options
      .ask(id)
      .then((answer) => {
        this.#asking.delete(id);
        if (this.#wanted.has(id)) this.#answered(store, id, answer, heard);
      })
      .catch((error: unknown) => {
        this.#asking.delete(id);
        this.#options.log.error({ err: error, interactionId: id }, 'Filling a gap broke down');
      });
  }

  #answered(store: DeskStore, id: string, answer: Result<InteractionSnapshot>, heard: number): void {
    if (!this.#take(store, id, answer, heard)) {
      this.#options.clock.after(ASK_AGAIN, () => this.#ask(store, id));
      return;
    }
    this.#options.onFilled(id);
  }

  /** False: the answer says nothing about how things stand now. */
  #take(store: DeskStore, id: string, answer: Result<InteractionSnapshot>, heard: number): boolean {
    if (answer.ok) {
      // Taking it may find the next gap, which is wanted anew then.
      this.#wanted.delete(id);
      const isTaken = takeSnapshot(store, answer.value);
      if (!isTaken) this.#wanted.add(id);
      return isTaken;
    }
    if (!GONE.has(answer.error.code)) {
      this.#options.log.warn({ code: answer.error.code, interactionId: id }, 'A gap could not be filled yet');
      return false;
    }
    // What was heard since may be that the interaction came (back) here.
    if (store.heardOf(id) !== heard) return false;
    this.#wanted.delete(id);
    store.remove(id, undefined);
    return true;
  }
}
