import type { WebSocket } from 'ws';
import type { ServerFrame } from '#shared/protocol/frames.ts';

export interface OutgoingOptions {
  readonly socket: WebSocket;
  /** Bytes that may wait for a desk to take them. */
  readonly bound: number;
  /** Called when what waits has sunk below half of the bound. */
  readonly onDrained: () => void;
}

/** What is on its way to one desk. It never holds more than the bound and one frame (API-1, back-pressure). */
export class Outgoing {
  readonly #options: OutgoingOptions;

  constructor(options: OutgoingOptions) {
    this.#options = options;
  }

  get isFull(): boolean {
    return this.#options.socket.bufferedAmount > this.#options.bound;
  }

  /** True when the desk has taken most of what was sent, so that it is worth going on. */
  get isDrained(): boolean {
    return this.#options.socket.bufferedAmount <= this.#options.bound / 2;
  }

  /** True when `bytes` more may be sent without going over the bound. */
  hasRoomFor(bytes: number): boolean {
    return this.#options.socket.bufferedAmount + bytes <= this.#options.bound;
  }

  send(frame: ServerFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string): void {
    const { socket, onDrained } = this.#options;
    if (socket.readyState !== socket.OPEN) return;
    // An error here is followed by the socket's close event, which is where it is dealt with.
    socket.send(text, (error) => {
      if (!error && this.isDrained) onDrained();
    });
  }
}
