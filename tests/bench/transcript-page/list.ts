import type { Message } from '#shared/domain/message.ts';

/** A list of messages as a bench works it, whatever it is made of. Each of its rows has `data-message-id`. */
export interface BenchList {
  /** Puts the empty list into the page, waiting for data. */
  show(): Promise<void>;
  /** The data is there. Everything from here on counts. */
  open(messages: readonly Message[]): void;
  append(message: Message): void;
  /** Puts older messages in front; the promise ends when they are handed to the list. */
  prepend(older: readonly Message[]): Promise<void>;
  close(): void;
  /** What scrolls. */
  scroller(): HTMLElement;
}
