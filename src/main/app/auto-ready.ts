import type { DeskUpdate, SessionView } from '#shared/ipc/view.ts';
import type { Result } from '#shared/result.ts';
import { stateAfterSignIn } from '#shared/rules/auto-ready.ts';

export interface AutoReadyParts {
  /** Text of an option in force for the agent. */
  readonly option: (name: string) => string;
  readonly setState: (params: {
    readonly state: 'ready' | 'not-ready';
    readonly reason?: string;
  }) => Promise<Result<unknown>>;
  /** The server would not have it: the agent must know, for nothing is offered to them. */
  readonly onRefused: (message: string) => void;
}

/**
 * Gives an agent the state their options ask for after signing in (`login.<media>.is-auto-ready`). Once for each
 * sign-in by hand: a session that is restored, or a connection that comes back, keeps the state it had.
 */
export class AutoReady {
  readonly #parts: AutoReadyParts;
  #hasSignedIn = false;

  constructor(parts: AutoReadyParts) {
    this.#parts = parts;
  }

  apply(update: DeskUpdate): void {
    for (const change of update.changes) if (change.type === 'session') this.follow(change.session);
  }

  follow({ phase, directory }: Pick<SessionView, 'phase' | 'directory'>): void {
    if (phase === 'signing-in') this.#hasSignedIn = true;
    else if (phase === 'signed-out') this.#hasSignedIn = false;
    if (phase !== 'signed-in' || !this.#hasSignedIn) return;
    this.#hasSignedIn = false;
    const media = [...new Set(directory.channels.map(({ mediaType }) => mediaType))];
    const wanted = stateAfterSignIn(media, this.#parts.option);
    if (wanted) void this.#set(wanted);
  }

  async #set(wanted: Parameters<AutoReadyParts['setState']>[0]): Promise<void> {
    const answer = await this.#parts.setState(wanted);
    if (!answer.ok) this.#parts.onRefused(answer.error.message);
  }
}
