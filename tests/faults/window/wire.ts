import { DeskFeed } from '#server/api/socket/desk-feed.ts';
import type { Outgoing } from '#server/api/socket/outgoing.ts';
import type { EngineKit } from '#server/engine/testing.ts';
import type { Clock } from '#shared/clock.ts';
import { PROTOCOL_VERSION, type ServerFrame, type Welcome } from '#shared/protocol/frames.ts';
import type { MethodName, MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { type Result, refuse } from '#shared/result.ts';
import type { DeskFrame } from '../../../src/main/connection/connection.ts';
import { notConnected } from '../../../src/main/connection/refusals.ts';
import { Requests } from '../../../src/main/connection/requests.ts';
import type { Chance } from '../random.ts';

export const AGENT = { name: 'kaa', displayName: 'KAA' };

interface Request {
  readonly id: string;
  readonly method: MethodName;
  readonly params: unknown;
}

export interface WireOptions {
  readonly kit: EngineKit;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Up to where the log is on the desk's disk; 0: it has nothing. */
  readonly position: () => number;
  readonly onWelcome: (welcome: Welcome) => void;
  readonly onFrame: (frame: DeskFrame) => void;
}

const directory = {
  ...{ channels: [], queues: [], agents: [], dispositions: [], notReadyReasons: [] },
  businessAttributes: {},
};
const profile = { ...AGENT, firstName: '', lastName: '', groups: [] };

/**
 * A connection without sockets, in place of `Connection` and the server's `DeskConnection`: requests and frames keep
 * their order and their schemas, may stand still either way, be doubled, and be lost together with it.
 */
export class Wire {
  readonly #options: WireOptions;
  readonly #requests: Requests;
  #feed: DeskFeed | undefined;
  #isWelcome = false;
  /** Grows with each connection: what an older one still brings is dropped. */
  #number = 0;
  #isStill = false;
  #up: Request[] = [];
  #down: ServerFrame[] = [];
  #served: Promise<void> = Promise.resolve();

  constructor(options: WireOptions) {
    this.#options = options;
    this.#requests = new Requests(options.clock);
  }

  get isConnected(): boolean {
    return this.#isWelcome;
  }

  get isOpen(): boolean {
    return this.#feed !== undefined;
  }

  /** As `DeskConnection` welcomes a desk. */
  async connect(): Promise<void> {
    if (this.#feed) return;
    const { kit, position } = this.#options;
    this.#number += 1;
    const number = this.#number;
    const from = position();
    const outgoing = {
      hasRoomFor: () => true,
      isDrained: true,
      sendText: (text: string) => number === this.#number && this.#tell(JSON.parse(text)),
    } as unknown as Outgoing;
    const fail = (error: unknown) => {
      throw error;
    };
    const feed = new DeskFeed({
      ...{ engine: kit.engine, agent: AGENT.name, outgoing, frameLimit: 1e9 },
      ...{ onBehind: () => fail(new Error('a desk with room fell behind')), onFailure: fail },
    });
    this.#feed = feed;
    const opening = await feed.open(from === 0 ? undefined : from);
    const status = await kit.engine.deskConnected(AGENT.name);
    if (number !== this.#number) return;
    const snapshot = opening.mode === 'snapshot' ? opening.snapshot : null;
    this.#tell({
      ...{
        type: 'welcome',
        session: 's',
        serverId: kit.engine.serverId,
        serverVersion: '0',
        protocol: PROTOCOL_VERSION,
      },
      ...{ agent: profile, privileges: null, options: { trial: false } as Welcome['options'], directory },
      ...{ serverTime: kit.clock.now(), cursor: opening.cursor, mode: opening.mode, snapshot },
      status: snapshot?.status ?? status,
    });
    feed.follow(opening);
  }

  /** What was on its way up may just have arrived; what was on its way down is lost. `quietly`: the server sees it later. */
  async cut({ quietly = false } = {}): Promise<void> {
    if (!this.#feed) return;
    const { kit, chance } = this.#options;
    if (chance.happens(0.5)) for (const request of this.#up) this.#serve(request);
    this.#feed.close();
    this.#feed = undefined;
    this.#number += 1;
    this.#isWelcome = false;
    this.#isStill = false;
    this.#up = [];
    this.#down = [];
    this.#requests.endAll();
    await this.#served;
    if (!quietly) await kit.engine.deskDisconnected(AGENT.name);
  }

  /** Nothing arrives any more, either way. */
  standStill(): void {
    this.#isStill = true;
  }

  flow(): void {
    this.#isStill = false;
    for (const request of this.#up.splice(0)) this.#serve(request);
    for (const frame of this.#down.splice(0)) this.#arrive(frame);
  }

  beat(): void {
    if (this.#isWelcome) this.#tell({ type: 'heartbeat', serverTime: this.#options.kit.clock.now() });
  }

  async request<M extends MethodName>(method: M, params: MethodParams<M>): Promise<Result<MethodResult<M>>> {
    if (!this.#isWelcome) return notConnected;
    return this.#requests.make(method, params, (id, checked) => {
      const request = { id, method, params: structuredClone(checked) };
      const times = this.#options.chance.happens(0.05) ? 2 : 1;
      for (let n = 0; n < times; n += 1) {
        if (this.#isStill) this.#up.push(request);
        else this.#serve(request);
      }
    });
  }

  acknowledge(): void {}

  reconnect(): void {
    void this.cut().then(() => this.connect());
  }

  /** One after the other, as they came. */
  #serve({ id, method, params }: Request): void {
    const number = this.#number;
    this.#served = this.#served.then(async () => {
      const result = await this.#answer(method, params);
      if (number === this.#number) this.#tell({ type: 'response', id, result: structuredClone(result) });
    });
  }

  #answer(method: MethodName, params: unknown): Promise<Result<unknown>> {
    const { engine } = this.#options.kit;
    switch (method) {
      case 'message.send':
        return engine.sendMessage(AGENT.name, params as MethodParams<'message.send'>);
      case 'offer.accept':
        return engine.acceptOffer(AGENT.name, (params as MethodParams<'offer.accept'>).offerId);
      case 'interaction.get':
        return engine.getInteraction(AGENT.name, (params as MethodParams<'interaction.get'>).interactionId);
      case 'transcript.page':
        return engine.transcriptPage(AGENT.name, params as MethodParams<'transcript.page'>);
      default:
        return Promise.resolve(refuse('unknown-method', `${method} is not part of these schedules.`));
    }
  }

  #tell(frame: ServerFrame): void {
    if (this.#isStill) this.#down.push(frame);
    else this.#arrive(frame);
  }

  #arrive(frame: ServerFrame): void {
    if (frame.type === 'response') this.#requests.settle(frame.id, frame.result);
    else if (frame.type === 'welcome') {
      this.#isWelcome = true;
      this.#options.onWelcome(structuredClone(frame));
    } else if (frame.type !== 'bye') this.#options.onFrame(structuredClone(frame));
  }
}
