import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { OutboxRow } from '../cache/operations.ts';
import { Backoff } from '../connection/backoff.ts';
import type { Log } from '../desk/log.ts';

export interface SenderOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: (() => number) | undefined;
  /** Connected, and everything missed meanwhile is here. */
  readonly isReady: () => boolean;
  /** The thread is known to be stale: the answer might be to what the agent has not seen (API-1). */
  readonly isHeld: (interactionId: string) => boolean;
  readonly request: (row: OutboxRow) => Promise<Result<Message>>;
  /** The interaction's next message, or undefined when none waits. */
  readonly head: (interactionId: string) => OutboxRow | undefined;
  readonly onSent: (id: string, message: Message) => void;
  /** The server will never take it. */
  readonly onRefused: (row: OutboxRow, error: Refusal) => Promise<void>;
}

/**
 * An answer that could not be read says nothing about what the server did, so it is no final refusal: the same id is
 * sent again, and a server that has it answers as the first time (SRV-2).
 */
const TRY_AGAIN = new Set(['bad-answer']);

/** Sends the messages of each interaction strictly one after the other: the next one leaves when this one is answered. */
export class Sender {
  readonly #options: SenderOptions;
  /** Id under way by interaction. */
  readonly #underWay = new Map<string, string>();
  readonly #backoffs = new Map<string, Backoff>();
  readonly #waits = new Map<string, Disposable>();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Sends the interaction's next message if it may leave now. `atOnce`: waits of earlier refusals are over. */
  send(interactionId: string, { atOnce = false } = {}): void {
    if (atOnce) this.#endWait(interactionId);
    if (this.#underWay.has(interactionId) || this.#waits.has(interactionId)) return;
    if (!this.#options.isReady() || this.#options.isHeld(interactionId)) return;
    const row = this.#options.head(interactionId);
    if (!row) return;
    this.#underWay.set(interactionId, row.id);
    this.#options
      .request(row)
      .then((answer) => this.#answered(row, answer))
      .catch((error: unknown) => {
        this.#options.log.error({ err: error, messageId: row.id }, 'Sending a message broke down');
        this.#wait(row);
      });
  }

  /** The row is done with, whoever said so. */
  settled(row: OutboxRow): void {
    if (this.#underWay.get(row.interactionId) === row.id) this.#underWay.delete(row.interactionId);
    this.#endWait(row.interactionId);
    this.#backoffs.delete(row.interactionId);
    this.send(row.interactionId);
  }

  clear(): void {
    for (const wait of this.#waits.values()) wait.dispose();
    this.#waits.clear();
    this.#underWay.clear();
    this.#backoffs.clear();
  }

  async #answered(row: OutboxRow, answer: Result<Message>): Promise<void> {
    // Settled by its event in the meantime, or another agent signed in.
    if (this.#underWay.get(row.interactionId) !== row.id) return;
    if (answer.ok) {
      this.#options.onSent(row.id, answer.value);
      return;
    }
    const { code, retryable } = answer.error;
    this.#options.log.info({ code, retryable, messageId: row.id }, 'A message was not taken');
    if (retryable || TRY_AGAIN.has(code)) {
      this.#wait(row);
      return;
    }
    await this.#options.onRefused(row, answer.error);
    this.settled(row);
  }

  #wait(row: OutboxRow): void {
    const { interactionId } = row;
    if (this.#underWay.get(interactionId) === row.id) this.#underWay.delete(interactionId);
    const backoff = this.#backoffs.get(interactionId) ?? new Backoff(this.#options.random);
    this.#backoffs.set(interactionId, backoff);
    this.#endWait(interactionId);
    const wait = this.#options.clock.after(backoff.next(), () => {
      this.#waits.delete(interactionId);
      this.send(interactionId);
    });
    this.#waits.set(interactionId, wait);
  }

  #endWait(interactionId: string): void {
    this.#waits.get(interactionId)?.dispose();
    this.#waits.delete(interactionId);
  }
}
