import type { Clock } from '#shared/clock.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Connection } from '../connection/connection.ts';
import type { DeskOptions } from './desk-options.ts';
import type { DeskStore } from './desk-store.ts';
import { type InteractionMedia, plainMedia } from './media.ts';
import { ReadMarks } from './read-marks.ts';
import { Typing } from './typing.ts';

export interface CustomerSignalsParts {
  readonly clock: Clock;
  readonly store: DeskStore;
  readonly connection: Connection;
  readonly mediaOf: DeskOptions['mediaOf'];
}

/** What customers may see of the agent's reading and writing (WA-8). */
export class CustomerSignals {
  readonly readMarks: ReadMarks;
  readonly typing: Typing;
  readonly #parts: CustomerSignalsParts;

  constructor(parts: CustomerSignalsParts) {
    const { clock, connection } = parts;
    const mediaOf = (interactionId: string) => this.#mediaInHand(interactionId);
    this.#parts = parts;
    this.readMarks = new ReadMarks({
      clock,
      policyOf: (interactionId) => mediaOf(interactionId)?.readMarks,
      newestOf: (interactionId) => newestInbound(parts.store.messagesOf(interactionId).values()),
      tell: (params) => connection.request('message.mark-read', params),
    });
    this.typing = new Typing({
      clock,
      isConnected: () => connection.isConnected,
      mediaOf,
      tell: (params) => connection.request('interaction.typing', params),
    });
  }

  /** Somebody else works here now. */
  clear(): void {
    this.readMarks.clear();
    this.typing.clear();
  }

  /** Of an interaction the agent works on; undefined for an offer. */
  #mediaInHand(interactionId: string): InteractionMedia | undefined {
    const interaction = this.#parts.store.live(interactionId)?.interaction;
    if (interaction?.stage !== 'assigned') return undefined;
    return this.#parts.mediaOf?.(interaction) ?? plainMedia;
  }
}

function newestInbound(messages: Iterable<Message>): Message | undefined {
  let newest: Message | undefined;
  for (const message of messages) {
    if (message.direction === 'in' && !(newest && newest.arrivalOrder > message.arrivalOrder)) newest = message;
  }
  return newest;
}
