import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';

/** Heartbeats without a sign of life that mean the connection is gone (API-1). */
const MOST_SILENT = 3;
/** Heartbeats during which a desk may take nothing of what waits for it. */
const MOST_STUCK = 6;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Milliseconds. */
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
  #timer: Disposable | undefined;
  #silent = 0;
  #stuck = 0;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = this.#options.clock.after(this.#options.interval, () => this.#tick());
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
    this.#silent = isDeaf() ? 0 : this.#silent + 1;
    this.#stuck = isStuck() ? this.#stuck + 1 : 0;
    if (this.#silent > MOST_SILENT) onSilent();
    else if (this.#stuck > MOST_STUCK) onStuck();
    else {
      if (this.#stuck === 0) beat();
      this.start();
    }
  }
}
