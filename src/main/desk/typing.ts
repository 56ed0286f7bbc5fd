import type { Clock } from '#shared/clock.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import type { Result } from '#shared/result.ts';
import type { InteractionMedia } from './media.ts';

export interface TypingOptions {
  readonly clock: Clock;
  readonly isConnected: () => boolean;
  /** Undefined while the interaction is not in the agent's hands. */
  readonly mediaOf: (interactionId: string) => InteractionMedia | undefined;
  readonly tell: (params: MethodParams<'interaction.typing'>) => Promise<Result<unknown>>;
}

/**
 * Lets the customer see that the agent is typing (WA-8). Said and forgotten: without a connection it is not said at all,
 * since it would be untrue later.
 */
export class Typing {
  readonly #options: TypingOptions;
  /** When it may be said again, by interaction. */
  readonly #again = new Map<string, number>();

  constructor(options: TypingOptions) {
    this.#options = options;
  }

  typed(interactionId: string): void {
    const { clock, isConnected, mediaOf, tell } = this.#options;
    const media = mediaOf(interactionId);
    // The word for typing marks messages as read, so who never marks them does not say it.
    if (media?.typingSeconds === undefined || media.readMarks === 'never' || !isConnected()) return;
    const now = clock.now();
    if (now < (this.#again.get(interactionId) ?? 0)) return;
    this.#again.set(interactionId, now + media.typingSeconds * 1000);
    void tell({ interactionId });
  }

  clear(): void {
    this.#again.clear();
  }
}
