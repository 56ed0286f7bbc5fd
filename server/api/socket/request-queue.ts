/** Requests that may wait before the desk is no longer listened to, and at how many it is again. */
const MOST_WAITING = 32;
const FEW_WAITING = 8;

export interface RequestQueueOptions<R> {
  readonly answer: (request: R) => Promise<void>;
  /** False while the desk does not take its answers. */
  readonly canAnswer: () => boolean;
  /** Stops and starts reading from the desk. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/**
 * Answers one desk's requests one after the other, in the order they came: messages leave in the order of Send
 * (SRV-2), and a desk that asks faster than it reads is slowed down instead of filling the memory.
 */
export class RequestQueue<R> {
  readonly #options: RequestQueueOptions<R>;
  readonly #waiting: R[] = [];
  #running = false;
  #paused = false;
  #open = false;

  constructor(options: RequestQueueOptions<R>) {
    this.#options = options;
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  push(request: R): void {
    this.#waiting.push(request);
    if (this.#waiting.length >= MOST_WAITING && !this.#paused) {
      this.#paused = true;
      this.#options.pause();
    }
    this.continue();
  }

  /** The desk has its welcome: requests that came early are answered now. */
  open(): void {
    this.#open = true;
    this.continue();
  }

  /** Goes on after the desk has taken what was sent. */
  continue(): void {
    if (!this.#running && this.#open) void this.#run();
  }

  close(): void {
    this.#open = false;
    this.#waiting.length = 0;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#open && this.#options.canAnswer()) {
      const request = this.#waiting.shift();
      if (request === undefined) break;
      await this.#options.answer(request);
      if (this.#paused && this.#waiting.length <= FEW_WAITING) {
        this.#paused = false;
        this.#options.resume();
      }
    }
    this.#running = false;
  }
}
