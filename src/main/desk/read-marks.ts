import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Message } from '#shared/domain/message.ts';
import type { ReadMarkPolicy } from '#shared/plugin-api/background.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import type { Result } from '#shared/result.ts';

export interface ReadMarksOptions {
  readonly clock: Clock;
  /** When messages of this interaction count as read; undefined while it is not in the agent's hands. */
  readonly policyOf: (interactionId: string) => ReadMarkPolicy | undefined;
  /** The customer's newest message on this desk. */
  readonly newestOf: (interactionId: string) => Message | undefined;
  readonly tell: (params: MethodParams<'message.mark-read'>) => Promise<Result<unknown>>;
}

/** WA-8: so long (ms) a message has to be in view before the agent has really seen it. */
const SEEN_AFTER = 1_000;

/**
 * Tells the server up to where the agent has read: what has been in view for a second, or by option what was there when
 * the interaction was accepted. Once for each newest message; one the server could not be told of is told with the next
 * change on this desk.
 */
export class ReadMarks {
  readonly #options: ReadMarksOptions;
  /** Order of the newest message told, by interaction. */
  readonly #marked = new Map<string, number>();
  #inView: string | null = null;
  #timer: Disposable | undefined;

  constructor(options: ReadMarksOptions) {
    this.#options = options;
  }

  /** The interaction whose end the agent sees in a window with the focus; null: none. */
  view(interactionId: string | null): void {
    if (interactionId === this.#inView) return;
    this.#endWait();
    this.#inView = interactionId;
    this.look();
  }

  /** Something has changed: a message may have come, or the connection back. */
  look(): void {
    const id = this.#inView;
    if (id === null || this.#timer) return;
    const policy = this.#options.policyOf(id);
    const message = policy === undefined || policy === 'never' ? undefined : this.#unmarked(id);
    if (!message) return;
    // Not begun anew by messages that follow: where they come fast, none would ever have been seen.
    this.#timer = this.#options.clock.after(SEEN_AFTER, () => {
      this.#timer = undefined;
      this.#mark(message);
    });
  }

  /** The agent has taken the interaction. */
  accepted(interactionId: string): void {
    const message = this.#unmarked(interactionId);
    if (message && this.#options.policyOf(interactionId) === 'on-accept') this.#mark(message);
  }

  /** Somebody else works here now. */
  clear(): void {
    this.#endWait();
    this.#inView = null;
    this.#marked.clear();
  }

  #unmarked(interactionId: string): Message | undefined {
    const newest = this.#options.newestOf(interactionId);
    return newest && newest.arrivalOrder > (this.#marked.get(interactionId) ?? 0) ? newest : undefined;
  }

  #mark({ interactionId, id: messageId, arrivalOrder }: Message): void {
    const before = this.#marked.get(interactionId) ?? 0;
    this.#marked.set(interactionId, arrivalOrder);
    void this.#options.tell({ interactionId, messageId }).then((answer) => {
      const isNewest = this.#marked.get(interactionId) === arrivalOrder;
      if (!answer.ok && answer.error.retryable && isNewest) this.#marked.set(interactionId, before);
    });
    this.look();
  }

  #endWait(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
  }
}
