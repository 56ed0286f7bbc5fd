import { ulid } from 'ulid';
import type { RawData, WebSocket } from 'ws';
import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import type { AgentStatus } from '#shared/domain/agent.ts';
import { type ClientFrame, MAX_FRAME_BYTES, PROTOCOL_VERSION, type Welcome } from '#shared/protocol/frames.ts';
import type { LibraryFrame } from '#shared/protocol/library.ts';
import { type Result, refuse } from '#shared/result.ts';
import type { Principal } from '../../auth/principal.ts';
import { tokenInvalid } from '../../auth/tokens.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Log } from '../../log.ts';
import { requireAll } from '../../rules/privileges.ts';
import { libraryNeeds } from '../../rules/request-privileges.ts';
import { type Bye, byeForToken, byes } from './byes.ts';
import { readClientFrame } from './client-frame.ts';
import { DeskFeed, type Opening } from './desk-feed.ts';
import type { Desk, DeskRegistry } from './desk-registry.ts';
import { FactsFeed } from './facts-feed.ts';
import { Heartbeat } from './heartbeat.ts';
import { Outgoing } from './outgoing.ts';
import { RequestQueue } from './request-queue.ts';
import type { Requests } from './requests.ts';
import type { WelcomeFacts } from './welcome-facts.ts';

type Hello = Extract<ClientFrame, { type: 'hello' }>;
type Request = Extract<ClientFrame, { type: 'request' }>;

/** What all connections share. */
export interface DeskServices {
  readonly engine: Engine;
  readonly registry: DeskRegistry;
  readonly requests: Requests;
  readonly authenticate: (token: string) => Promise<Result<Principal>>;
  readonly endSession: (sessionId: string) => Promise<void>;
  /** Undefined for an agent the server does not know any more. */
  readonly describe: (agent: string) => WelcomeFacts | undefined;
  /** What an agent may at this moment; null means everything (ROLE-1). */
  readonly privilegesOf: (agent: string) => readonly string[] | null;
  /** The server's time, which desks show (SRV-2). */
  readonly clock: Clock;
  /** Time of the wire: the trial clock may jump by hours, which is no silence of a desk. */
  readonly wireClock: Clock;
  readonly log: Log;
  /** A connection begins, and ends; each begun one ends once. */
  readonly onBegin: () => void;
  readonly onEnd: (code: string) => void;
  readonly onBehind: () => void;
  /** Milliseconds between heartbeats of connections that begin now. */
  readonly heartbeat: () => number;
  /** Bytes that may wait for one desk (API-1: a slow desk never holds the server's memory). */
  readonly outgoingBound: number;
}

const HELLO_TIMEOUT = 10_000;
/** The desk gets this long to answer the close of a connection. */
const CLOSE_TIMEOUT = 2_000;
/** Room for the frame around a snapshot or a batch. */
const FRAME_LIMIT = MAX_FRAME_BYTES - 64 * 1024;

/** One desk's end of the agent socket (API-1), from hello to bye. */
export class DeskConnection implements Desk {
  readonly #socket: WebSocket;
  readonly #services: DeskServices;
  readonly #outgoing: Outgoing;
  readonly #queue: RequestQueue<Request>;
  readonly #heartbeat: Heartbeat;
  readonly #helloTimer: Disposable;
  #log: Log;
  #stage: 'greeting' | 'welcoming' | 'open' | 'ended' = 'greeting';
  #agent = '';
  #sessionId = '';
  #feed: DeskFeed | undefined;
  #facts: FactsFeed | undefined;
  #acknowledged = 0;

  constructor(socket: WebSocket, services: DeskServices) {
    this.#socket = socket;
    this.#services = services;
    this.#log = services.log;
    services.onBegin();
    const onDrained = () => this.#onDrained();
    this.#outgoing = new Outgoing({ socket, bound: services.outgoingBound, onDrained });
    this.#queue = new RequestQueue<Request>({
      answer: (request) => this.#answer(request),
      canAnswer: () => !this.#outgoing.isFull,
      pause: () => socket.pause(),
      resume: () => socket.resume(),
    });
    socket.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    socket.on('close', (code) => this.#onClose(code));
    socket.on('error', (error) => this.#log.info({ err: error }, 'the connection of a desk failed'));
    this.#helloTimer = services.wireClock.after(HELLO_TIMEOUT, () => this.end(byes.noHello));
    this.#heartbeat = new Heartbeat({
      clock: services.wireClock,
      interval: services.heartbeat(),
      isStuck: () => this.#outgoing.isFull || this.#feed?.isBehind === true,
      isDeaf: () => this.#queue.isPaused,
      beat: () => this.#beat(),
      onSilent: () => socket.terminate(),
      onStuck: () => this.end(byes.tooSlow),
    });
  }

  get sessionId(): string {
    return this.#sessionId;
  }

  /** Until its hello is answered, a connection is nobody's. */
  get isGreeting(): boolean {
    return this.#stage === 'greeting';
  }

  /** The configuration has changed. Whoever is not welcomed yet will be by the new one. */
  reconfigured(): void {
    if (this.#stage === 'open') this.#facts?.tell();
  }

  /** Whoever is not welcomed yet asks for the list only then; whoever may not ask is not told. */
  libraryChanged(frame: LibraryFrame): void {
    if (this.#stage !== 'open') return;
    const granted = this.#services.privilegesOf(this.#agent);
    if (requireAll(granted, libraryNeeds[frame.what]).ok) this.#outgoing.send(frame);
  }

  tellTime(): void {
    if (this.#stage === 'open') this.#beat();
  }

  /** Says why and closes. */
  end({ refusal, closeCode }: Bye): void {
    if (this.#stage === 'ended') return;
    this.#outgoing.send({ type: 'bye', error: refusal });
    this.#stop(refusal.code);
    this.#socket.close(closeCode, refusal.code);
    // A desk that does not take its farewell is hung up on.
    const timer = this.#services.wireClock.after(CLOSE_TIMEOUT, () => this.#socket.terminate());
    this.#socket.once('close', () => timer.dispose());
  }

  #beat(): void {
    this.#outgoing.send({ type: 'heartbeat', serverTime: this.#services.clock.now() });
  }

  #stop(code: string): void {
    this.#stage = 'ended';
    this.#queue.close();
    this.#feed?.close();
    this.#helloTimer.dispose();
    this.#heartbeat.stop();
    // A paused socket would never see the other side's close.
    this.#socket.resume();
    this.#services.onEnd(code);
    this.#log.info({ code, acknowledged: this.#acknowledged }, 'the connection of a desk ended');
  }

  #onClose(closeCode: number): void {
    if (this.#stage !== 'ended') this.#stop(`closed-${closeCode}`);
    if (this.#agent === '') return;
    this.#services.registry.leave(this.#agent, this).catch((error: unknown) => {
      this.#log.error({ err: error }, 'a desk that went could not be noted');
    });
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    if (this.#stage === 'ended') return;
    this.#heartbeat.heard();
    const frame = isBinary ? undefined : readClientFrame(data.toString());
    if (frame === 'unsupported-protocol') this.end(byes.protocol);
    else if (!frame || (frame.type === 'hello') !== (this.#stage === 'greeting')) this.end(byes.badFrame);
    else if (frame.type === 'hello') this.#greet(frame);
    else if (frame.type === 'request') this.#queue.push(frame);
    else if (frame.type === 'ack') this.#acknowledge(frame.cursor);
  }

  #acknowledge(cursor: number): void {
    if (cursor > (this.#feed?.cursor ?? 0)) this.end(byes.badFrame);
    else this.#acknowledged = Math.max(this.#acknowledged, cursor);
  }

  #greet(hello: Hello): void {
    this.#stage = 'welcoming';
    this.#helloTimer.dispose();
    this.#welcome(hello).catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown): void {
    this.#log.error({ err: error }, 'a desk could not be served');
    this.end(byes.failed);
  }

  async #welcome(hello: Hello): Promise<void> {
    const { authenticate, registry, engine } = this.#services;
    const principal = await authenticate(hello.token);
    if (!principal.ok || principal.value.kind !== 'agent') {
      this.end(byeForToken(principal.ok ? tokenInvalid().error : principal.error));
      return;
    }
    const { agent, sessionId } = principal.value;
    if (this.#isEnded()) return;
    this.#agent = agent;
    this.#sessionId = sessionId;
    this.#log = this.#log.child({ agent });
    const status = await registry.enter(agent, this);
    if (this.#isEnded()) return;
    const feed = this.#openFeed(agent);
    const canResume = hello.serverId === engine.serverId && hello.cursor > 0;
    const opening = await feed.open(canResume ? hello.cursor : undefined);
    if (this.#isEnded()) return;
    if (!this.#sendWelcome(status, opening)) return;
    this.#log.info({ mode: opening.mode, cursor: opening.cursor, client: hello.clientVersion }, 'a desk connected');
    feed.follow(opening);
    this.#queue.open();
    this.#heartbeat.start();
  }

  /** False when the agent was taken out of the option files meanwhile, which ends the connection. */
  #sendWelcome(status: AgentStatus, opening: Opening): boolean {
    const describe = () => this.#services.describe(this.#agent);
    const onRemoved = () => this.end(byes.agentRemoved);
    const facts = describe();
    if (!facts) {
      onRemoved();
      return false;
    }
    this.#outgoing.send(this.#welcomeFrame(facts, status, opening));
    this.#facts = new FactsFeed({ outgoing: this.#outgoing, told: facts, describe, onRemoved });
    this.#stage = 'open';
    return true;
  }

  #openFeed(agent: string): DeskFeed {
    const { engine, onBehind } = this.#services;
    const feed = new DeskFeed({
      engine,
      agent,
      outgoing: this.#outgoing,
      frameLimit: FRAME_LIMIT,
      onBehind: () => {
        this.#log.warn('a desk is too slow and will get a snapshot');
        onBehind();
      },
      onFailure: (error) => this.#fail(error),
    });
    this.#feed = feed;
    return feed;
  }

  #welcomeFrame(facts: WelcomeFacts, status: AgentStatus, opening: Opening): Welcome {
    return {
      type: 'welcome',
      session: ulid(),
      serverId: this.#services.engine.serverId,
      protocol: PROTOCOL_VERSION,
      ...facts,
      serverTime: this.#services.clock.now(),
      cursor: opening.cursor,
      mode: opening.mode,
      snapshot: opening.mode === 'snapshot' ? opening.snapshot : null,
      status: opening.mode === 'snapshot' ? opening.snapshot.status : status,
    };
  }

  async #answer({ id, method, params }: Request): Promise<void> {
    const result = await this.#services.requests.answer(this.#agent, method, params).catch((error: unknown) => {
      this.#log.error({ err: error, method }, 'a request of a desk failed');
      return refuse('internal', 'Something went wrong in the server. Its log has the cause.', true);
    });
    this.#outgoing.send({ type: 'response', id, result });
    if (method === 'agent.log-out' && result.ok) {
      await this.#services.endSession(this.#sessionId);
      this.end(byes.loggedOut);
    }
  }

  #onDrained(): void {
    this.#heartbeat.taken();
    if (this.#stage === 'open') this.#facts?.drained();
    this.#feed?.drained();
    this.#queue.continue();
  }

  /** Read through a method, since it changes while the caller waits. */
  #isEnded(): boolean {
    return this.#stage === 'ended';
  }
}
