import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import { HEARTBEAT_INTERVAL } from '#shared/protocol/frames.ts';

/** Without a sign of life for so long the connection is gone: three heartbeats of a desk (API-1). Milliseconds. */
const LONGEST_SILENCE = 3 * HEARTBEAT_INTERVAL;
/** A desk may take nothing of what waits for it for so long. */
const LONGEST_STUCK = 6 * HEARTBEAT_INTERVAL;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Milliseconds between the server's own; desks have theirs, so a longer one than theirs would end connections. */
  readonly interval: number;
  /** True while the desk has not taken what was sent to it. */
  readonly isStuck: () => boolean;
  /** True while the server does not listen, so that silence says nothing. */
  readonly isDeaf: () => boolean;
  readonly beat: () => void;
  readonly onSilent: () => void;
  readonly onStuck: () => void;
}

/** Tells a desk that the server is there, and notices when the desk is not. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  readonly #interval: number;
  #timer: Disposable | undefined;
  /** Milliseconds, in whole intervals: counted instead of read off a clock that may be set. */
  #silent = 0;
  #stuck = 0;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#interval = Math.min(options.interval, HEARTBEAT_INTERVAL);
  }

  start(): void {
    this.#timer = this.#options.clock.after(this.#interval, () => this.#tick());
  }

  stop(): void {
    this.#timer?.dispose();
  }

  /** The desk has sent something. */
  heard(): void {
    this.#silent = 0;
  }

  /** The desk has taken something. */
  taken(): void {
    this.#stuck = 0;
  }

  #tick(): void {
    const { isStuck, isDeaf, beat, onSilent, onStuck } = this.#options;
    this.#silent = isDeaf() ? 0 : this.#silent + this.#interval;
    this.#stuck = isStuck() ? this.#stuck + this.#interval : 0;
    if (this.#silent > LONGEST_SILENCE) onSilent();
    else if (this.#stuck > LONGEST_STUCK) onStuck();
    else {
      if (this.#stuck === 0) beat();
      this.start();
    }
  }
}
