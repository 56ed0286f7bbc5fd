import { type Arrangement, arrangementSchema, noArrangement } from '#shared/ipc/arrangement.ts';
import { noHabits, type ResponseHabits, responseHabitsSchema } from '#shared/ipc/response-habits.ts';
import type { Refusal } from '#shared/result.ts';
import { Connection } from '../connection/connection.ts';
import { Network } from '../connection/network.ts';
import { Rest } from '../connection/rest.ts';
import { IdSource } from '../outbox/id-source.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { CacheFile } from './cache-file.ts';
import { CacheTrimming } from './cache-trimming.ts';
import { CatchUp } from './catch-up.ts';
import { CustomerSignals } from './customer-signals.ts';
import type { DeskOptions, ServerTarget } from './desk-options.ts';
import { createOutbox } from './desk-outbox.ts';
import { DeskStore } from './desk-store.ts';
import { FrameQueue } from './frame-queue.ts';
import { GapFiller } from './gap-filler.ts';
import { History } from './history.ts';
import { Incoming } from './incoming.ts';
import { KeptValue } from './kept-value.ts';
import { Library } from './library.ts';
import { LibraryPictures } from './library-pictures.ts';
import { Notices } from './notices.ts';
import { OutboundSessions } from './outbound-sessions.ts';
import { Picture } from './picture.ts';
import { ServerTime } from './server-time.ts';
import { SessionState } from './session-state.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { Tokens } from './tokens.ts';
import { Transcripts } from './transcripts.ts';

const KEEP_ALL = { retentionDays: 36_500, maxSizeMb: 1_048_576 };

/**
 * The desk's parts, joined. What comes in is the business of `incoming.ts`; what pages show, of `picture.ts`; who is
 * signed in, of `sign-in.ts`; what an agent does, of `desk.ts` and `replies.ts`.
 */
export class DeskCore {
  readonly options: DeskOptions;
  readonly picture: Picture;
  readonly notices: Notices;
  readonly session: SessionState;
  readonly time: ServerTime;
  readonly rest: Rest;
  readonly tokens: Tokens;
  readonly files: CacheFile;
  readonly store: DeskStore;
  /** How the agent has arranged their list: what is pinned, and the order they gave it by hand (UI-1). */
  readonly arrangement: KeptValue<Arrangement>;
  readonly responseHabits: KeptValue<ResponseHabits>;
  readonly library: Library;
  readonly pictures: LibraryPictures;
  readonly outbox: Outbox;
  readonly connection: Connection;
  readonly gaps: GapFiller;
  readonly frames: FrameQueue;
  readonly catchUp: CatchUp;
  readonly incoming: Incoming;
  readonly transcripts: Transcripts;
  readonly history: History;
  readonly signals: CustomerSignals;
  readonly outboundSessions: OutboundSessions;
  readonly trimming: CacheTrimming;
  /** Null: its address is not known yet. */
  server: ServerTarget | null;
  /** The session ended from the other side. */
  onEnded: (error: Refusal) => void = () => {};

  constructor(options: DeskOptions) {
    const { clock, log, sessions, mediaOf } = options;
    this.options = options;
    this.server = options.server;
    this.picture = new Picture(this);
    const { changes } = this.picture;
    this.notices = new Notices(clock, () => changes.part('notices'));
    this.session = new SessionState(options.trial ?? false, () => changes.part('session'));
    this.time = new ServerTime(clock, () => changes.part('session'));
    const network = options.network ?? new Network({ clock, proxy: 'direct' });
    this.rest = new Rest(network);
    this.tokens = new Tokens({ clock, log, sessions, rest: this.rest, offset: () => this.time.offset });
    this.files = this.#createFiles();
    this.store = this.#createStore();
    const write = (key: string, value: string) => this.files.writer.pending.meta(key, value);
    this.arrangement = new KeptValue({
      ...{ key: 'arrangement', schema: arrangementSchema, none: noArrangement, write },
      onChange: () => changes.part('arrangement'),
    });
    this.responseHabits = new KeptValue({
      ...{ key: 'response-habits', schema: responseHabitsSchema, none: noHabits, write },
      onChange: () => changes.part('response-habits'),
    });
    this.library = this.#createLibrary();
    this.pictures = new LibraryPictures({
      ...{ clock, isShown: () => this.session.isSignedIn && this.session.current.locked === null },
      fetch: (name) => this.tokens.responseFile(name),
    });
    this.outbox = createOutbox(this);
    this.connection = this.#createConnection(network);
    this.gaps = this.#createGaps();
    this.frames = this.#createFrames();
    this.catchUp = new CatchUp({ clock, frames: this.frames, onDone: () => this.outbox.resume() });
    this.incoming = new Incoming(this);
    this.transcripts = this.#createTranscripts();
    this.history = this.#createHistory();
    this.signals = new CustomerSignals({ clock, store: this.store, connection: this.connection, mediaOf });
    this.outboundSessions = this.#createOutboundSessions();
    this.trimming = this.#createTrimming();
    this.picture.onUpdate(() => this.signals.readMarks.look());
  }

  /** The session is over on this computer: nothing of it is shown or in memory any more. */
  forget(): void {
    this.trimming.end();
    this.session.signedOut();
    this.gaps.clear();
    this.signals.clear();
    this.store.clear();
    this.arrangement.clear();
    this.responseHabits.clear();
    this.library.clear();
    this.pictures.clear();
    this.outboundSessions.clear();
    this.outbox.clear();
    this.frames.begin(0);
    this.incoming.serverId = null;
  }

  #createFiles(): CacheFile {
    const { clock, log, cacheWorker } = this.options;
    return new CacheFile({
      program: cacheWorker,
      clock,
      log,
      notices: this.notices,
      onDurable: (cursor) => this.connection.acknowledge(cursor),
      onFresh: () => this.#writeAnew(),
    });
  }

  #createStore(): DeskStore {
    return new DeskStore({
      changes: this.picture.changes,
      writes: this.files.writer.pending,
      log: this.options.log,
      optionsOf: this.options.interactionOptions ?? (() => ({})),
      unsent: (interactionId) => this.outbox.messagesOf(interactionId),
      onGap: (interactionId) => this.gaps.want(this.store, interactionId),
      onAccepted: (message) => this.outbox.settle(message.id, message),
      onReaction: (id) => this.outbox.settle(id),
    });
  }

  #createLibrary(): Library {
    return new Library({
      log: this.options.log,
      isConnected: () => this.connection.isConnected,
      ask: (method, params) => this.connection.request(method, params),
      write: (key, value) => this.files.writer.pending.meta(key, value),
      onChange: () => this.picture.changes.part('library'),
    });
  }

  #createConnection(network: Network): Connection {
    const { clock, log, random, program } = this.options;
    return new Connection({
      clock,
      log,
      random,
      clientVersion: program.version,
      serverUrl: () => this.server?.url ?? null,
      agentFor: (serverUrl) => network.agentFor(serverUrl),
      token: (renew) => this.tokens.token(renew),
      position: () => this.incoming.position(),
      onState: (state) => this.picture.setConnection(state),
      onWelcome: (welcome) => this.incoming.welcome(welcome),
      onFrame: (frame) => this.incoming.take(frame),
      onEnd: (error) => this.onEnded(error),
    });
  }

  #createGaps(): GapFiller {
    const { clock, log } = this.options;
    return new GapFiller({
      clock,
      log,
      isConnected: () => this.connection.isConnected,
      ask: (interactionId) => this.connection.request('interaction.get', { interactionId }),
      onFilled: (interactionId) => this.outbox.resumeOne(interactionId),
    });
  }

  #createFrames(): FrameQueue {
    return new FrameQueue({
      store: this.store,
      log: this.options.log,
      load: async (ids) => {
        const found = await this.files.cache.call('messages.get', { ids: [...ids] });
        if (!found.ok) this.files.trouble(found.error);
        return found.ok ? found.value : [];
      },
      onHole: () => this.connection.reconnect('a frame is missing'),
      onPosition: (position) => this.catchUp.reached(position),
    });
  }

  #createTranscripts(): Transcripts {
    return new Transcripts({
      cache: this.files.cache,
      writer: this.files.writer,
      store: this.store,
      unsent: (interactionId) => this.outbox.messagesOf(interactionId),
      shown: (message) => this.outbox.shown(message),
      fetch: (params) => this.connection.request('transcript.page', params),
      onTrouble: (refusal) => this.files.trouble(refusal),
    });
  }

  #createHistory(): History {
    return new History({
      cache: this.files.cache,
      writer: this.files.writer,
      store: this.store,
      shown: (message) => this.outbox.shown(message),
      older: (params) => this.transcripts.older(params),
      ask: (params) => this.connection.request('contact.sessions', params),
      onTrouble: (refusal) => this.files.trouble(refusal),
    });
  }

  #createOutboundSessions(): OutboundSessions {
    const ids = new IdSource();
    return new OutboundSessions({
      isConnected: () => this.connection.isConnected,
      ask: (method, params) => this.connection.request(method, params),
      nextId: () => ids.next(this.time.now()),
      onBegun: (snapshot) => takeSnapshot(this.store, snapshot),
    });
  }

  #createTrimming(): CacheTrimming {
    const { clock, log, cacheLimits } = this.options;
    return new CacheTrimming({
      cache: this.files.cache,
      writer: this.files.writer,
      clock,
      log,
      limits: cacheLimits ?? (() => KEEP_ALL),
      serverNow: () => this.time.now(),
      contacts: () => this.store.liveIds.flatMap((id) => this.store.live(id)?.interaction.contactId ?? []),
      isFetching: () => this.transcripts.isFetching,
      onTrouble: (refusal) => this.files.trouble(refusal),
    });
  }

  /** A fresh file has taken the place of a damaged one: everything in memory is written to it. */
  async #writeAnew(): Promise<void> {
    await this.outbox.rewrite();
    this.incoming.keepSession();
    this.arrangement.write();
    this.responseHabits.write();
    this.library.write();
    this.store.rewrite();
    this.files.writer.pending.cursor(this.frames.position);
  }
}
