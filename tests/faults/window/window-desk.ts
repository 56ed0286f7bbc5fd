import { plugin } from '#plugins/whatsapp/background.ts';
import { sampleTemplate } from '#server/engine/sessions-testing.ts';
import type { EngineKit } from '#server/engine/testing.ts';
import type { CommandParams } from '#shared/commands/catalogue.ts';
import type { Message } from '#shared/domain/message.ts';
import type { BackgroundContext, CommandStep } from '#shared/plugin-api/background.ts';
import { type Result, refuse } from '#shared/result.ts';
import type { Cache } from '../../../src/main/cache/cache.ts';
import { LocalCache } from '../../../src/main/cache/local-cache.ts';
import type { OperationName, OperationParams, OperationResult } from '../../../src/main/cache/operations.ts';
import type { CacheFile } from '../../../src/main/desk/cache-file.ts';
import { CacheWriter } from '../../../src/main/desk/cache-writer.ts';
import { CatchUp } from '../../../src/main/desk/catch-up.ts';
import { type ChangeSource, Changes } from '../../../src/main/desk/changes.ts';
import type { DeskCore } from '../../../src/main/desk/desk-core.ts';
import { createOutbox } from '../../../src/main/desk/desk-outbox.ts';
import { DeskStore } from '../../../src/main/desk/desk-store.ts';
import { FrameQueue } from '../../../src/main/desk/frame-queue.ts';
import { GapFiller } from '../../../src/main/desk/gap-filler.ts';
import { Incoming } from '../../../src/main/desk/incoming.ts';
import { silentLog } from '../../../src/main/desk/log.ts';
import { Notices } from '../../../src/main/desk/notices.ts';
import { Replies } from '../../../src/main/desk/replies.ts';
import { ServerTime } from '../../../src/main/desk/server-time.ts';
import { SessionState } from '../../../src/main/desk/session-state.ts';
import { Transcripts } from '../../../src/main/desk/transcripts.ts';
import type { Chance } from '../random.ts';
import type { DriftingClock } from './drifting-clock.ts';
import { AGENT, Wire } from './wire.ts';

const closed = refuse('cache-closed', 'The program has ended.');

export type GivenBack = OperationParams<'outbox.give-back'>;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * The disk as one life of the program sees it: as from a worker, answers come later, and nothing reaches it from a
 * program that has ended.
 */
class LifeCache implements Cache {
  readonly #disk: LocalCache;
  readonly #givenBack: GivenBack[];
  isOver = false;

  constructor(disk: LocalCache, givenBack: GivenBack[]) {
    this.#disk = disk;
    this.#givenBack = givenBack;
  }

  async call<O extends OperationName>(operation: O, params: OperationParams<O>): Promise<Result<OperationResult<O>>> {
    const sent = structuredClone(params);
    await turn();
    if (operation === 'outbox.give-back' && !this.isOver) this.#givenBack.push(sent as GivenBack);
    return this.isOver ? closed : this.#disk.call(operation, sent);
  }

  async close(): Promise<void> {}
}

/** What no page looks at here. */
const unseen = new Proxy({}, { get: () => () => undefined }) as unknown as ChangeSource;

/** The plug-in's steps in the chain of Send, as the host has them. */
const steps: CommandStep[] = [];
await plugin.activate({
  options: { get: () => undefined },
  mediaTypes: { register: () => undefined },
  commands: { insertStep: (_command: string, _place: unknown, step: CommandStep) => steps.push(step) },
} as unknown as BackgroundContext);

export interface DeskWorld {
  readonly kit: EngineKit;
  readonly clock: DriftingClock;
  readonly chance: Chance;
  /** What came back to composers, in order. */
  readonly givenBack: GivenBack[];
}

/** One life of a desk's program on its disk: everything of `DeskCore` that has to do with sending, on a `Wire`. */
export class WindowDesk {
  readonly #world: DeskWorld;
  readonly #disk: LocalCache;
  readonly cache: LifeCache;
  readonly writer: CacheWriter;
  readonly store: DeskStore;
  readonly time: ServerTime;
  readonly wire: Wire;
  readonly frames: FrameQueue;
  readonly gaps: GapFiller;
  readonly catchUp: CatchUp;
  readonly session: SessionState;
  readonly outbox: DeskCore['outbox'];
  readonly replies: Replies;
  readonly transcripts: Transcripts;
  readonly #incoming: Incoming;

  constructor(world: DeskWorld, disk: LocalCache) {
    const { kit, clock, chance } = world;
    this.#world = world;
    this.#disk = disk;
    const changes = new Changes(
      unseen,
      () => {},
      () => {},
    );
    const log = silentLog;
    this.cache = new LifeCache(disk, world.givenBack);
    const { cache } = this;
    this.writer = new CacheWriter({ cache, clock, log, onDurable: () => {}, onTrouble: () => {} });
    this.session = new SessionState(false, () => {});
    this.time = new ServerTime(clock, () => {});
    const store: DeskStore = new DeskStore({
      ...{ changes, writes: this.writer.pending, log, optionsOf: () => ({}) },
      unsent: (id) => this.outbox.messagesOf(id),
      onGap: (id) => this.gaps.want(store, id),
      onAccepted: (message) => this.outbox.settle(message.id, message),
      onReaction: (id) => this.outbox.settle(id),
    });
    store.agent = AGENT.name;
    this.store = store;
    this.wire = new Wire({
      ...{ kit, clock, chance },
      position: () => this.#incoming.position().cursor,
      onWelcome: (welcome) => this.#incoming.welcome(welcome),
      onFrame: (frame) => this.#incoming.take(frame),
    });
    this.gaps = new GapFiller({
      ...{ clock, log, isConnected: () => this.wire.isConnected },
      ask: (interactionId) => this.wire.request('interaction.get', { interactionId }),
      onFilled: (interactionId) => this.outbox.resumeOne(interactionId),
    });
    this.frames = new FrameQueue({
      ...{ store, log, onHole: () => this.wire.reconnect() },
      load: async (ids) => {
        const found = await cache.call('messages.get', { ids: [...ids] });
        return found.ok ? found.value : [];
      },
      onPosition: (position) => this.catchUp.reached(position),
    });
    this.catchUp = new CatchUp({ clock, frames: this.frames, onDone: () => this.outbox.resume() });
    this.transcripts = new Transcripts({
      ...{ cache, writer: this.writer, store },
      unsent: (interactionId) => this.outbox.messagesOf(interactionId),
      shown: (message) => this.outbox.shown(message),
      fetch: (params) => this.wire.request('transcript.page', params),
      onTrouble: () => {},
    });
    const core = this.#core(changes);
    this.outbox = createOutbox(core);
    (core as { outbox: unknown }).outbox = this.outbox;
    this.replies = new Replies(core);
    this.#incoming = new Incoming(core);
  }

  /** As the sign-in begins a kept session. */
  async start(): Promise<void> {
    const loaded = await this.cache.call('load', {});
    if (!loaded.ok) throw new Error(loaded.error.code);
    const { meta, outbox, retries } = loaded.value;
    this.writer.begin(loaded.value.cursor);
    this.#incoming.serverId = meta.serverId ?? null;
    this.session.restoring({ agent: AGENT }, meta.session);
    this.store.restore(loaded.value);
    this.replies.restore(outbox, retries);
  }

  /** The program ends without a word; another one begins on what is on disk. */
  async restart(): Promise<WindowDesk> {
    this.cache.isOver = true;
    this.outbox.clear();
    this.frames.begin(0);
    this.writer.begin(0);
    this.gaps.clear();
    await this.wire.cut();
    const next = new WindowDesk(this.#world, this.#disk);
    await next.start();
    return next;
  }

  /** The command's chain: the channel's steps, then the outbox. `faulty`: a plug-in that sends past the steps. */
  async send(params: CommandParams<'interaction.send'>, { faulty = false } = {}): Promise<Result<Message>> {
    const entry = this.store.live(params.interactionId);
    const context = {
      ...{ interaction: entry?.interaction, contact: entry?.contact },
      ...{ template: () => sampleTemplate(), now: this.time.now() },
    };
    for (const step of faulty ? [] : steps) {
      const passed = await step.run(params, context);
      if (!passed.ok) return passed;
    }
    return this.replies.send(params);
  }

  /** Takes every offer it knows of. */
  acceptOffers(): void {
    for (const id of this.store.liveIds) {
      const { offer } = this.store.live(id)?.interaction ?? {};
      if (offer) void this.wire.request('offer.accept', { offerId: offer.id });
    }
  }

  get isQuiet(): boolean {
    const stale = this.store.liveIds.some((id) => this.store.live(id)?.stale);
    return this.wire.isConnected && this.catchUp.isDone && this.outbox.queuedCount === 0 && !stale;
  }

  /** What parts of the desk may reach. */
  #core(changes: Changes): DeskCore {
    const { clock, chance } = this.#world;
    const { cache, writer, store, wire, frames, gaps, catchUp, session, time, transcripts } = this;
    return {
      options: { clock, log: silentLog, random: () => chance.next() },
      picture: { changes },
      files: { cache, writer, reset: () => {} } as unknown as CacheFile,
      notices: new Notices(clock, () => {}),
      connection: wire,
      library: { template: () => sampleTemplate(), welcome: () => {}, take: () => {} },
      ...{ store, frames, gaps, catchUp, session, time, transcripts },
    } as unknown as DeskCore;
  }
}

/** A desk that has never been signed in. */
export async function newDesk(world: DeskWorld): Promise<WindowDesk> {
  const disk = new LocalCache();
  const opened = await disk.call('open', { file: ':memory:' });
  if (!opened.ok) throw new Error(opened.error.code);
  const desk = new WindowDesk(world, disk);
  await desk.start();
  return desk;
}
