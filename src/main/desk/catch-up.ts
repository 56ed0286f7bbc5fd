import type { Clock } from '#shared/clock.ts';
import type { Welcome } from '#shared/protocol/frames.ts';
import type { FrameQueue } from './frame-queue.ts';

/** A server that has nothing to send after its welcome is silent: after this long (ms) the desk counts as up to date. */
const NOTHING_MISSED = 1_000;

export interface CatchUpOptions {
  readonly clock: Clock;
  readonly frames: FrameQueue;
  /** Everything missed is here. */
  readonly onDone: () => void;
}

/** How a connection begins: what was missed since the last one comes first, and nothing is sent before it is here. */
export class CatchUp {
  readonly #options: CatchUpOptions;
  #from = 0;
  /** The position at which everything missed is here; undefined once it is. */
  #target: number | undefined = 0;

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  get isDone(): boolean {
    return this.#target === undefined;
  }

  /** The server is asked for what came after `cursor`. */
  askFrom(cursor: number): void {
    this.#from = cursor;
  }

  /** The server has answered: the desk is up to date at `cursor`, not before. */
  until(cursor: number): void {
    this.#target = cursor;
  }

  /** The welcome brings everything. */
  takePicture(welcome: Welcome): void {
    this.#options.frames.begin(0);
    this.#options.frames.takeWelcome(welcome);
  }

  /** Frames with what was missed follow, or nothing when nothing was missed. */
  awaitFrames(): void {
    const { clock, frames } = this.#options;
    frames.begin(this.#from);
    this.reached(frames.position);
    const target = this.#target;
    if (target !== undefined) clock.after(NOTHING_MISSED, () => this.#target === target && this.#done());
  }

  /** The desk now stands here in the log. */
  reached(position: number): void {
    if (this.#target !== undefined && position >= this.#target) this.#done();
  }

  #done(): void {
    this.#target = undefined;
    this.#options.onDone();
  }
}
