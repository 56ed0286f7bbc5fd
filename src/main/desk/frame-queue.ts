import type { AnyEvent } from '#shared/domain/events.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Welcome } from '#shared/protocol/frames.ts';
import type { DeskFrame } from '../connection/connection.ts';
import { applyEvent, messagesWanted } from './apply-events.ts';
import type { DeskStore } from './desk-store.ts';
import type { Log } from './log.ts';
import { takeSnapshot, takeWholePicture } from './take-snapshot.ts';

export type EventsFrame = Extract<DeskFrame, { type: 'events' }>;
export type SnapshotFrame = Extract<DeskFrame, { type: 'snapshot' }>;

export interface FrameQueueOptions {
  readonly store: DeskStore;
  readonly log: Log;
  /** Messages from the cache, by id. */
  readonly load: (ids: readonly string[]) => Promise<readonly Message[]>;
  /** A whole frame did not arrive: comes back for it with a new connection. */
  readonly onHole: () => void;
  /** The desk now stands here in the log. */
  readonly onPosition: (position: number) => void;
}

/**
 * Takes frames in the order they came, one after the other: a frame whose events change messages that are only in the
 * cache waits until these are here, and those behind it wait with it.
 */
export class FrameQueue {
  readonly #options: FrameQueueOptions;
  #waiting: (EventsFrame | SnapshotFrame)[] = [];
  #isBusy = false;
  #position = 0;

  constructor(options: FrameQueueOptions) {
    this.#options = options;
  }

  /** Up to where the log has been taken in. */
  get position(): number {
    return this.#position;
  }

  /** A new connection: frames of the old one do not count, and the log goes on after `cursor`. */
  begin(cursor: number): void {
    this.#waiting = [];
    this.#position = cursor;
  }

  /** The first frame of a connection that brings a picture instead of events. */
  takeWelcome(welcome: Welcome): void {
    if (welcome.snapshot) takeWholePicture(this.#options.store, welcome.snapshot);
    this.#moveTo(welcome.cursor);
  }

  add(frame: EventsFrame | SnapshotFrame): void {
    this.#waiting.push(frame);
    if (!this.#isBusy) this.#drain();
  }

  #drain(): void {
    for (let frame = this.#waiting.shift(); frame; frame = this.#waiting.shift()) {
      const wanted = frame.type === 'events' ? messagesWanted(this.#options.store, frame.events) : [];
      if (wanted.length > 0) {
        this.#takeWith(frame, wanted);
        return;
      }
      this.#take(frame);
    }
  }

  #takeWith(frame: EventsFrame | SnapshotFrame, wanted: readonly string[]): void {
    this.#isBusy = true;
    const before = this.#waiting;
    this.#options
      .load(wanted)
      .catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'Messages could not be read from the cache');
        return [];
      })
      .then((messages) => {
        this.#isBusy = false;
        // Another connection has begun meanwhile: it brings these events again.
        if (before === this.#waiting) {
          this.#options.store.lend(messages);
          this.#options.store.remember(messages);
          this.#take(frame);
          this.#options.store.lend([]);
        }
        this.#drain();
      })
      .catch((error: unknown) => this.#options.log.error({ err: error }, 'A frame could not be taken in'));
  }

  #take(frame: EventsFrame | SnapshotFrame): void {
    if (frame.type === 'snapshot') {
      this.#options.log.info({ reason: frame.reason }, 'The server sent its whole picture');
      takeWholePicture(this.#options.store, frame.snapshot);
      this.#moveTo(frame.cursor);
      return;
    }
    if (frame.after !== undefined && frame.after > this.#position) {
      this.#options.log.warn({ after: frame.after, position: this.#position }, 'A frame is missing');
      this.#waiting = [];
      this.#options.onHole();
      return;
    }
    // A straggler of before: its pictures of interactions are out of date, and its events have been taken.
    if (frame.after !== undefined && frame.cursor < this.#position) return;
    this.#takeEvents(frame.events, frame);
    this.#moveTo(Math.max(frame.cursor, this.#position));
  }

  #takeEvents(events: readonly AnyEvent[], frame: EventsFrame): void {
    for (const snapshot of frame.introduces) takeSnapshot(this.#options.store, snapshot);
    for (const event of events) applyEvent(this.#options.store, event);
  }

  #moveTo(position: number): void {
    this.#position = position;
    this.#options.store.options.writes.cursor(position);
    this.#options.onPosition(position);
  }
}
