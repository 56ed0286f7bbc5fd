import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '#shared/clock.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { DeskUpdate, DeskView } from '#shared/ipc/view.ts';
import type { Result } from '#shared/result.ts';
import type { Network } from '../../src/main/connection/network.ts';
import { Desk } from '../../src/main/desk/desk.ts';
import type { DeskOptions, SavedSession, ServerTarget } from '../../src/main/desk/desk-options.ts';
import { silentLog } from '../../src/main/desk/log.ts';
import { PASSWORD } from './test-server.ts';

export interface TestDeskOptions {
  readonly server: ServerTarget | null;
  readonly agent?: string;
  /** Milliseconds by which the PC's clock is ahead. */
  readonly clockError?: number;
  /** The way to the server; straight unless given. */
  readonly network?: Network;
  /** What media can do and where work goes at log-out, as options and plug-ins say it elsewhere. */
  readonly media?: Pick<DeskOptions, 'mediaOf' | 'workbinOf'>;
  /** How much the cache keeps; everything unless given. */
  readonly cacheLimits?: DeskOptions['cacheLimits'];
  /** Where agents at this computer sit; nowhere in particular unless given. */
  readonly place?: DeskOptions['place'];
}

/** What is kept between two lives of a desk: its cache folder, and what the keyring holds. */
class Kept {
  readonly folder = mkdtempSync(join(tmpdir(), 'replydesk-desk-'));
  session: SavedSession | null = null;
}

/** A real desk without windows, with its own folder; `restart` keeps that and the keyring, `end` removes them. */
export class TestDesk {
  readonly updates: DeskUpdate[] = [];
  readonly kept: Kept;
  readonly #options: TestDeskOptions;
  #desk: Desk;
  #wake: () => void = () => {};

  private constructor(options: TestDeskOptions, kept = new Kept()) {
    this.#options = options;
    this.kept = kept;
    this.#desk = this.#create();
  }

  /** Starts a desk; nobody is signed in unless the keyring remembers. */
  static async start(options: TestDeskOptions): Promise<TestDesk> {
    const desk = new TestDesk(options);
    await desk.#desk.start();
    return desk;
  }

  /** Starts a desk, signs the agent in and waits until the server has confirmed it. */
  static async signedIn(options: TestDeskOptions): Promise<TestDesk> {
    const desk = await TestDesk.start(options);
    unwrap(await desk.logIn());
    await desk.connected();
    return desk;
  }

  get desk(): Desk {
    return this.#desk;
  }

  get view(): DeskView {
    return this.#desk.view();
  }

  logIn(password = PASSWORD): Promise<Result<unknown>> {
    return this.#desk.logIn({ agent: this.#options.agent ?? 'kaa', password });
  }

  connected(): Promise<DeskView> {
    return this.until((view) => view.session.phase === 'signed-in' && view.connection.state === 'connected');
  }

  /** The view, once it holds. */
  async until(holds: (view: DeskView) => boolean): Promise<DeskView> {
    for (;;) {
      const view = this.#desk.view();
      if (holds(view)) return view;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Becomes ready and takes what is offered first. */
  async takeFirst(): Promise<Interaction> {
    unwrap(await this.#desk.setAgentState({ state: 'ready' }));
    const { interactions } = await this.until((view) => view.interactions.some((entry) => entry.interaction.offer));
    const offered = interactions.find((entry) => entry.interaction.offer)?.interaction;
    if (!offered?.offer) throw new Error('nothing was offered');
    unwrap(await this.#desk.acceptOffer({ interactionId: offered.id, offerId: offered.offer.id }));
    return unwrap(found(this.#desk.interaction(offered.id)));
  }

  send(interactionId: string, text: string): Promise<Result<Message>> {
    return this.#desk.send({ interactionId, content: { kind: 'text', text } });
  }

  /** The open transcript, once it holds. */
  async transcript(interactionId: string, holds: (messages: readonly Message[]) => boolean): Promise<Message[]> {
    for (;;) {
      const changed = new Promise<void>((resolve) => (this.#wake = resolve));
      const page = unwrap(await this.#desk.openTranscript({ interactionId }));
      if (holds(page.messages)) return page.messages;
      await changed;
    }
  }

  /** Ends the program and starts it again. */
  async restart(server = this.#options.server): Promise<void> {
    await this.#desk.stop();
    this.#desk = this.#create(server);
    await this.#desk.start();
  }

  async stop(): Promise<void> {
    await this.#desk.stop();
  }

  async end(): Promise<void> {
    await this.#desk.stop();
    rmSync(this.kept.folder, { recursive: true, force: true });
  }

  #create(server = this.#options.server): Desk {
    const { kept } = this;
    const clock = new SystemClock();
    if (this.#options.clockError !== undefined) clock.advance(this.#options.clockError);
    const desk = new Desk({
      clock,
      log: silentLog,
      sessions: {
        load: async () => kept.session,
        save: async (session) => {
          kept.session = session;
        },
        clear: async () => {
          kept.session = null;
        },
      },
      server,
      ...this.#options.media,
      ...(this.#options.place && { place: this.#options.place }),
      ...(this.#options.cacheLimits && { cacheLimits: this.#options.cacheLimits }),
      ...(this.#options.network && { network: this.#options.network }),
      cacheFolder: join(kept.folder, 'cache'),
      cacheWorker: new URL('../../src/main/cache/worker.ts', import.meta.url),
      program: { version: '0.0.0', runtime: process.version, platform: process.platform },
    });
    desk.onUpdate((update) => {
      this.updates.push(update);
      this.#wake();
    });
    return desk;
  }
}

function found<T>(value: T | undefined): Result<T> {
  return value === undefined
    ? { ok: false, error: { code: 'not-found', message: '', retryable: false } }
    : { ok: true, value };
}

/** The value of what must not be refused. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
