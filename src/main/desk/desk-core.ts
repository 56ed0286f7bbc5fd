import type { Disposable } from '#shared/disposable.ts';
import type { Message } from '#shared/domain/message.ts';
import type { ConnectionView, DeskUpdate, DeskView, PluginView } from '#shared/ipc/view.ts';
import type { Welcome } from '#shared/protocol/frames.ts';
import type { Refusal } from '#shared/result.ts';
import { ClockOffset } from '../connection/clock-offset.ts';
import { Connection, type ConnectionState, type DeskFrame } from '../connection/connection.ts';
import { Network } from '../connection/network.ts';
import { Rest } from '../connection/rest.ts';
import { Outbox } from '../outbox/outbox.ts';
import { isReaction, withReaction } from '../outbox/reactions.ts';
import { CacheFile } from './cache-file.ts';
import { sendFailedNotice } from './cache-notices.ts';
import { Changes, type OptionsInForce } from './changes.ts';
import type { DeskOptions, ServerTarget } from './desk-options.ts';
import { DeskStore } from './desk-store.ts';
import { FrameQueue } from './frame-queue.ts';
import { GapFiller } from './gap-filler.ts';
import { History } from './history.ts';
import { ListArrangement } from './list-arrangement.ts';
import { type InteractionMedia, plainMedia } from './media.ts';
import { Notices } from './notices.ts';
import { ReadMarks } from './read-marks.ts';
import { SessionState } from './session-state.ts';
import { Tokens } from './tokens.ts';
import { Transcripts } from './transcripts.ts';
import { Typing } from './typing.ts';

/** A difference of clocks smaller than this (ms) is not told to the pages again. */
const OFFSET_STEP = 50;

/** A server that has nothing to send after its welcome is silent: after this long (ms) the desk counts as up to date. */
const NOTHING_MISSED = 1_000;

const signedOut: ConnectionState = { state: 'signed-out', retryAt: null, error: null };

/**
 * The desk's parts and what runs between them: frames from the connection into store, cache and outbox. Who is signed
 * in is the business of `sign-in.ts`; what an agent does, of `desk.ts` and `replies.ts`.
 */
export class DeskCore {
  readonly options: DeskOptions;
  readonly notices: Notices;
  readonly session: SessionState;
  readonly changes: Changes;
  readonly files: CacheFile;
  readonly store: DeskStore;
  readonly arrangement: ListArrangement;
  readonly outbox: Outbox;
  readonly connection: Connection;
  readonly gaps: GapFiller;
  readonly frames: FrameQueue;
  readonly transcripts: Transcripts;
  readonly history: History;
  readonly rest: Rest;
  readonly tokens: Tokens;
  readonly readMarks: ReadMarks;
  readonly typing: Typing;
  readonly offset = new ClockOffset();
  /** Null: its address is not known yet. */
  server: ServerTarget | null;
  /** Whose cursors the cache holds; null before the first welcome. */
  serverId: string | null = null;
  plugins: PluginView[] = [];
  poppedOut: string[] = [];
  optionsInForce: OptionsInForce = { options: {}, revision: 0 };
  /** The session ended from the other side. */
  onEnded: (error: Refusal) => void = () => {};
  readonly #listeners = new Set<(update: DeskUpdate) => void>();
  #connectionState = signedOut;
  #shownOffset = 0;
  #helloCursor = 0;
  /** The position at which everything missed is here; undefined once it is. */
  #catchUpTo: number | undefined = 0;

  constructor(options: DeskOptions) {
    const { clock, log, random, sessions } = options;
    this.options = options;
    this.server = options.server;
    this.changes = this.#createChanges();
    this.notices = new Notices(clock, () => this.changes.part('notices'));
    this.session = new SessionState(options.trial ?? false, () => this.changes.part('session'));
    const network = options.network ?? new Network({ clock, proxy: 'direct' });
    this.rest = new Rest(network);
    this.tokens = new Tokens({ clock, log, sessions, rest: this.rest, offset: () => this.offset.value });
    this.files = this.#createFiles();
    this.store = this.#createStore();
    this.arrangement = new ListArrangement({
      write: (key, value) => this.files.writer.pending.meta(key, value),
      onChange: () => this.changes.part('arrangement'),
    });
    this.outbox = this.#createOutbox();
    this.connection = new Connection({
      clock,
      log,
      random,
      clientVersion: options.program.version,
      serverUrl: () => this.server?.url ?? null,
      agentFor: (serverUrl) => network.agentFor(serverUrl),
      token: (renew) => this.tokens.token(renew),
      position: () => this.#position(),
      onState: (state) => this.#connectionChanged(state),
      onWelcome: (welcome) => this.#welcome(welcome),
      onFrame: (frame) => this.#take(frame),
      onEnd: (error) => this.onEnded(error),
    });
    this.gaps = new GapFiller({
      clock,
      log,
      isConnected: () => this.connection.isConnected,
      ask: (interactionId) => this.connection.request('interaction.get', { interactionId }),
      onFilled: (interactionId) => this.outbox.resumeOne(interactionId),
    });
    this.frames = this.#createFrames();
    this.transcripts = new Transcripts({
      cache: this.files.cache,
      writer: this.files.writer,
      store: this.store,
      unsent: (interactionId) => this.outbox.messagesOf(interactionId),
      shown: (message) => this.#shown(message),
      fetch: (params) => this.connection.request('transcript.page', params),
      onTrouble: (refusal) => this.files.trouble(refusal),
    });
    const { readMarks, typing } = this.#createSignals();
    this.readMarks = readMarks;
    this.typing = typing;
    this.onUpdate(() => this.readMarks.look());
    this.history = new History({
      cache: this.files.cache,
      writer: this.files.writer,
      store: this.store,
      older: (params) => this.transcripts.older(params),
      ask: (params) => this.connection.request('contact.sessions', params),
      onTrouble: (refusal) => this.files.trouble(refusal),
    });
  }

  /** Server time as well as it is known, ms. */
  serverNow(): number {
    return this.options.clock.now() + this.offset.value;
  }

  /** Calls `listener` with each update. */
  onUpdate(listener: (update: DeskUpdate) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  sessionView(): DeskView['session'] {
    return { ...this.session.current, status: this.store.status, clockOffset: this.#shownOffset };
  }

  connectionView(): ConnectionView {
    return { ...this.#connectionState, queuedSends: this.outbox.queuedCount, serverUrl: this.server?.url ?? '' };
  }

  /** The session is over on this computer: nothing of it is shown or in memory any more. */
  forget(): void {
    this.session.signedOut();
    this.gaps.clear();
    this.readMarks.clear();
    this.typing.clear();
    this.store.clear();
    this.arrangement.clear();
    this.outbox.clear();
    this.frames.begin(0);
    this.serverId = null;
  }

  /** Tells of a refused message whose interaction is not on this desk, so that nobody sees it in a transcript. */
  tellIfUnseen(messageId: string): void {
    const row = this.outbox.row(messageId);
    if (row?.state !== 'failed' || this.store.live(row.interactionId)) return;
    this.notices.add(sendFailedNotice(row.id, row.message.text, row.error?.title ?? ''));
  }

  #createChanges(): Changes {
    return new Changes(
      {
        session: () => this.sessionView(),
        connection: () => this.connectionView(),
        interaction: (id) => this.store.interactionView(id),
        message: (message) => this.#shown(message),
        plugins: () => this.plugins,
        options: () => this.optionsInForce,
        notices: () => [...this.notices.list],
        arrangement: () => this.arrangement.current,
        poppedOut: () => this.poppedOut,
      },
      (update) => {
        for (const listener of this.#listeners) listener(update);
      },
    );
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
      changes: this.changes,
      writes: this.files.writer.pending,
      log: this.options.log,
      optionsOf: this.options.interactionOptions ?? (() => ({})),
      onGap: (interactionId) => this.gaps.want(this.store, interactionId),
      onAccepted: (message) => this.outbox.settle(message.id, message),
      onReaction: (id) => this.outbox.settle(id),
    });
  }

  #createOutbox(): Outbox {
    const { clock, log, random } = this.options;
    return new Outbox({
      cache: this.files.cache,
      clock,
      log,
      random,
      isReady: () => this.connection.isConnected && this.#catchUpTo === undefined,
      isHeld: (interactionId) => this.store.live(interactionId)?.stale === true,
      request: ({ id, interactionId, content }) =>
        this.connection.request('message.send', { id, interactionId, content }),
      onMessage: (message) => this.changes.message(message),
      onReaction: (interactionId, messageId) => this.#showAgain(interactionId, messageId),
      onGone: (interactionId) => this.changes.transcript(interactionId),
      onSettled: (row, message) => {
        this.files.writer.pending.settled(row.id);
        this.notices.dismiss(sendFailedNotice(row.id, '', '').id);
        if (isReaction(row)) this.#showAgain(row.interactionId, row.content.messageId);
        const known = this.store.message(row.interactionId, row.id);
        const isNews = !isReaction(row) && (!known || known.arrivalOrder === 0);
        if (message && isNews) this.store.putMessage(message);
      },
      onFailed: (row) => this.tellIfUnseen(row.id),
      onCount: () => this.changes.part('connection'),
    });
  }

  /** A message with what waits here about it. */
  #shown(message: Message): Message {
    return withReaction(message, this.outbox.rowsOf(message.interactionId));
  }

  #showAgain(interactionId: string, messageId: string): void {
    const message = this.store.message(interactionId, messageId);
    if (message) this.changes.message(message);
  }

  #createSignals(): { readonly readMarks: ReadMarks; readonly typing: Typing } {
    const { clock } = this.options;
    const mediaOf = (interactionId: string) => this.#mediaInHand(interactionId);
    return {
      readMarks: new ReadMarks({
        clock,
        policyOf: (interactionId) => mediaOf(interactionId)?.readMarks,
        newestOf: (interactionId) =>
          [...this.store.messagesOf(interactionId).values()]
            .filter((message) => message.direction === 'in')
            .reduce<Message | undefined>((a, b) => (a && a.arrivalOrder > b.arrivalOrder ? a : b), undefined),
        tell: (params) => this.connection.request('message.mark-read', params),
      }),
      typing: new Typing({
        clock,
        isConnected: () => this.connection.isConnected,
        mediaOf,
        tell: (params) => this.connection.request('interaction.typing', params),
      }),
    };
  }

  /** Of an interaction the agent works on; undefined for an offer. */
  #mediaInHand(interactionId: string): InteractionMedia | undefined {
    const interaction = this.store.live(interactionId)?.interaction;
    if (interaction?.stage !== 'assigned') return undefined;
    return this.options.mediaOf?.(interaction) ?? plainMedia;
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
      onPosition: (position) => {
        if (this.#catchUpTo !== undefined && position >= this.#catchUpTo) this.#caughtUp();
      },
    });
  }

  #position(): { cursor: number; serverId: string | null } {
    this.#helloCursor = this.files.writer.durable;
    return { cursor: this.#helloCursor, serverId: this.serverId };
  }

  #connectionChanged(state: ConnectionState): void {
    this.#connectionState = state;
    this.changes.part('connection');
  }

  #welcome(welcome: Welcome): void {
    this.offset.reset();
    this.#sampleTime(welcome.serverTime);
    const isOther = this.serverId !== null && this.serverId !== welcome.serverId;
    if (isOther) this.#otherServer(welcome.serverId);
    this.serverId = welcome.serverId;
    this.session.configured(welcome);
    this.#keepSession();
    this.#catchUpTo = welcome.cursor;
    this.store.setStatus(welcome.status);
    if (welcome.mode === 'snapshot') {
      this.frames.begin(0);
      this.frames.takeWelcome(welcome);
    } else if (isOther) this.connection.reconnect('another server answers', { fromStart: true });
    else this.#awaitDelta();
    this.gaps.resume(this.store);
  }

  /** Frames with what was missed follow, or nothing when nothing was missed. */
  #awaitDelta(): void {
    this.frames.begin(this.#helloCursor);
    const target = this.#catchUpTo;
    if (target !== undefined && this.frames.position >= target) this.#caughtUp();
    else this.options.clock.after(NOTHING_MISSED, () => this.#catchUpTo === target && this.#caughtUp());
  }

  #caughtUp(): void {
    this.#catchUpTo = undefined;
    this.outbox.resume();
  }

  #otherServer(serverId: string): void {
    this.options.log.warn({ serverId }, 'Another server answers at this address: begins anew');
    this.store.clear();
    this.arrangement.clear();
    this.outbox.clear();
    this.files.reset({ serverId });
  }

  #keepSession(): void {
    if (this.serverId !== null) this.files.writer.pending.meta('serverId', this.serverId);
    this.files.writer.pending.meta('session', this.session.kept());
  }

  #take(frame: DeskFrame): void {
    if (frame.type === 'heartbeat') this.#sampleTime(frame.serverTime);
    else if (frame.type === 'configuration') {
      this.session.configured(frame);
      this.#keepSession();
    } else this.frames.add(frame);
  }

  #sampleTime(serverTime: number): void {
    this.offset.add(serverTime, this.options.clock.now());
    if (Math.abs(this.offset.value - this.#shownOffset) < OFFSET_STEP) return;
    this.#shownOffset = this.offset.value;
    this.changes.part('session');
  }

  async #writeAnew(): Promise<void> {
    await this.outbox.rewrite();
    this.#keepSession();
    this.arrangement.write();
    this.store.rewrite();
    this.files.writer.pending.cursor(this.frames.position);
  }
}
