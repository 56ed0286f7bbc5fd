import type { Arrangement } from '#shared/ipc/arrangement.ts';
import type { ResponseHabits } from '#shared/ipc/response-habits.ts';
import type { Welcome } from '#shared/protocol/frames.ts';
import type { Connection, DeskFrame } from '../connection/connection.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { CacheFile } from './cache-file.ts';
import type { CatchUp } from './catch-up.ts';
import type { DeskOptions } from './desk-options.ts';
import type { DeskStore } from './desk-store.ts';
import type { FrameQueue } from './frame-queue.ts';
import type { GapFiller } from './gap-filler.ts';
import type { KeptValue } from './kept-value.ts';
import type { Library } from './library.ts';
import type { ServerTime } from './server-time.ts';
import type { Configuration, SessionState } from './session-state.ts';

export interface IncomingParts {
  readonly options: Pick<DeskOptions, 'log'>;
  readonly files: CacheFile;
  readonly store: DeskStore;
  readonly session: SessionState;
  readonly arrangement: KeptValue<Arrangement>;
  readonly responseHabits: KeptValue<ResponseHabits>;
  readonly library: Library;
  readonly outbox: Outbox;
  readonly connection: Connection;
  readonly time: ServerTime;
  readonly frames: FrameQueue;
  readonly catchUp: CatchUp;
  readonly gaps: GapFiller;
}

/** What comes over the connection, and where it goes: its first frame, and each that follows. */
export class Incoming {
  readonly #parts: IncomingParts;
  /** Whose cursors the cache holds; null before the first welcome. */
  serverId: string | null = null;

  constructor(parts: IncomingParts) {
    this.#parts = parts;
  }

  /** Up to where the log is on this desk's disk, for the next `hello`. */
  position(): { readonly cursor: number; readonly serverId: string | null } {
    const cursor = this.#parts.files.writer.durable;
    this.#parts.catchUp.askFrom(cursor);
    return { cursor, serverId: this.serverId };
  }

  welcome(welcome: Welcome): void {
    const { catchUp, connection, gaps, store, time } = this.#parts;
    time.begin(welcome.serverTime);
    const isOther = this.serverId !== null && this.serverId !== welcome.serverId;
    if (isOther) this.#otherServer(welcome.serverId);
    this.serverId = welcome.serverId;
    this.#configured(welcome);
    catchUp.until(welcome.cursor);
    store.status.set(welcome.status);
    if (welcome.mode === 'snapshot') catchUp.takePicture(welcome);
    else if (isOther) connection.reconnect('another server answers', { fromStart: true });
    else catchUp.awaitFrames();
    gaps.resume(store);
    this.#parts.library.welcome(welcome.directory.channels.map(({ name }) => name));
  }

  take(frame: DeskFrame): void {
    if (frame.type === 'heartbeat') this.#parts.time.sample(frame.serverTime);
    else if (frame.type === 'configuration') this.#configured(frame);
    else if (frame.type === 'library') this.#parts.library.take(frame);
    else this.#parts.frames.add(frame);
  }

  /** Writes who works here, and whose log it is, so that names are right at the next start. */
  keepSession(): void {
    const { pending } = this.#parts.files.writer;
    if (this.serverId !== null) pending.meta('serverId', this.serverId);
    pending.meta('session', this.#parts.session.kept());
  }

  #configured(configuration: Configuration): void {
    this.#parts.session.configured(configuration);
    this.keepSession();
  }

  #otherServer(serverId: string): void {
    const { options, store, arrangement, responseHabits, library, outbox, files } = this.#parts;
    options.log.warn({ serverId }, 'Another server answers at this address: begins anew');
    store.clear();
    arrangement.clear();
    responseHabits.clear();
    library.clear();
    outbox.clear();
    files.reset({ serverId });
  }
}
