import { ManualClock } from '#shared/clock.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import type { Result } from '#shared/result.ts';
import { LocalCache } from '../../cache/local-cache.ts';
import { connectionLost } from '../../connection/refusals.ts';
import { CacheWriter } from '../cache-writer.ts';
import { Changes } from '../changes.ts';
import { DeskStore } from '../desk-store.ts';
import { type EventsFrame, FrameQueue } from '../frame-queue.ts';
import { GapFiller } from '../gap-filler.ts';
import { silentLog } from '../log.ts';
import { takeWholePicture } from '../take-snapshot.ts';
import type { SimulatedServer } from './simulated-server.ts';

interface Question {
  readonly id: string;
  /** What the server said when it was asked; what it says may be told much later. */
  readonly answer: Result<InteractionSnapshot>;
  readonly resolve: (answer: Result<InteractionSnapshot>) => void;
}

/** Lets everything run that waits for nothing but its turn. */
export async function turns(count = 6): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A desk without sockets: its store, queue, gap filler and cache, joined as in the program, with a wire of the test's. */
export class DeskUnderTest {
  readonly clock = new ManualClock();
  readonly cache = new LocalCache();
  readonly updates: DeskUpdate[] = [];
  readonly accepted: Message[] = [];
  store: DeskStore;
  writer: CacheWriter;
  frames: FrameQueue;
  gaps: GapFiller;
  questions: Question[] = [];
  readonly #server: SimulatedServer;

  constructor(server: SimulatedServer) {
    this.#server = server;
    this.writer = this.#createWriter();
    this.store = this.#createStore();
    this.gaps = this.#createGaps();
    this.frames = this.#createFrames();
  }

  /** Opens the cache and connects for the first time. */
  async start(): Promise<void> {
    await this.cache.call('open', { file: ':memory:' });
    this.writer.begin(0);
    this.welcome();
  }

  /** The program ends without a word and starts again from what is on disk. */
  async restart(): Promise<void> {
    this.#loseQuestions();
    // What the ended program had under way must not reach the disk of the new one.
    this.frames.begin(0);
    this.writer.begin(0);
    this.writer = this.#createWriter();
    this.store = this.#createStore();
    this.gaps = this.#createGaps();
    this.frames = this.#createFrames();
    const loaded = await this.cache.call('load', {});
    if (!loaded.ok) throw new Error(loaded.error.code);
    this.writer.begin(loaded.value.damaged ? 0 : loaded.value.cursor);
    this.store.restore(loaded.value);
    this.welcome();
  }

  /** A new connection: a delta from what is on disk, or a whole picture. */
  welcome(): void {
    this.#loseQuestions();
    const from = this.writer.durable;
    if (from === 0) {
      this.frames.begin(0);
      const snapshot = this.#server.picture();
      takeWholePicture(this.store, snapshot);
      this.writer.pending.cursor(this.#server.cursor);
      this.frames.begin(this.#server.cursor);
    } else {
      this.frames.begin(from);
      this.frames.add(this.#server.eventsAfter(from));
    }
    this.gaps.resume(this.store);
  }

  deliver(frame: EventsFrame): void {
    this.frames.add(structuredClone(frame));
  }

  /** The server's answers to what was asked so far arrive. */
  answerAll(): void {
    for (const question of this.questions.splice(0)) question.resolve(question.answer);
  }

  /** With the connection goes what was asked on it. */
  #loseQuestions(): void {
    for (const question of this.questions.splice(0)) question.resolve(connectionLost);
  }

  /** Comes back, lets every question be answered and everything be written. */
  async settle(): Promise<void> {
    await this.writer.settle();
    this.welcome();
    for (let round = 0; round < 20; round += 1) {
      await turns();
      this.answerAll();
      this.clock.advance(2_000);
    }
    await turns();
    await this.writer.settle();
  }

  /** All messages of an interaction in the cache, in order of arrival. */
  async cached(interactionId: string): Promise<{ messages: Message[]; hasOlder: boolean }> {
    const page = await this.cache.call('messages.page', { interactionId, before: null, limit: 1000 });
    if (!page.ok) throw new Error(page.error.code);
    return page.value;
  }

  #createWriter(): CacheWriter {
    const { cache, clock } = this;
    return new CacheWriter({ cache, clock, log: silentLog, onDurable: () => {}, onTrouble: () => {} });
  }

  #createStore(): DeskStore {
    const changes = new Changes(
      {
        session: () => {
          throw new Error('not part of this test');
        },
        connection: () => {
          throw new Error('not part of this test');
        },
        interaction: (id) => this.store.interactionView(id),
        unfinished: (place) => this.store.unfinished.of(place),
        library: () => ({ templates: {}, responses: 0 }),
        plugins: () => [],
        options: () => ({ options: {}, revision: 0 }),
        notices: () => [],
        arrangement: () => ({ pinned: [], order: null }),
        responseHabits: () => ({ favourites: [], used: [] }),
        poppedOut: () => [],
      },
      (update) => this.updates.push(update),
      // Pages are not part of these tests; what they would be told is looked at in changes.test.ts.
      () => {},
    );
    const store = new DeskStore({
      changes,
      writes: this.writer.pending,
      log: silentLog,
      optionsOf: () => ({}),
      unsent: () => [],
      onGap: (id) => this.gaps.want(store, id),
      onAccepted: (message) => this.accepted.push(message),
    });
    store.agent = this.#server.agent;
    return store;
  }

  #createGaps(): GapFiller {
    return new GapFiller({
      clock: this.clock,
      log: silentLog,
      isConnected: () => true,
      ask: (id) => new Promise((resolve) => this.questions.push({ id, answer: this.#server.get(id), resolve })),
      onFilled: () => {},
    });
  }

  #createFrames(): FrameQueue {
    return new FrameQueue({
      store: this.store,
      log: silentLog,
      load: async (ids) => {
        const found = await this.cache.call('messages.get', { ids: [...ids] });
        return found.ok ? found.value : [];
      },
      onHole: () => this.welcome(),
      onPosition: () => {},
    });
  }
}
