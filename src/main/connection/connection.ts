import type { Agent } from 'node:http';
import type { Clock } from '#shared/clock.ts';
import type { Disposable } from '#shared/disposable.ts';
import { PROTOCOL_VERSION, type ServerFrame, type Welcome } from '#shared/protocol/frames.ts';
import type { MethodName, MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { Log } from '../desk/log.ts';
import { AgentSocket, type Ending } from './agent-socket.ts';
import { Backoff } from './backoff.ts';
import { badAnswer, connectionLost, notConnected } from './refusals.ts';
import { Requests } from './requests.ts';

/** How the connection stands; see `connectionViewSchema` for the words. */
export interface ConnectionState {
  readonly state: 'signed-out' | 'connecting' | 'connected' | 'reconnecting' | 'offline';
  /** PC time of the next attempt, ms. */
  readonly retryAt: number | null;
  readonly error: Refusal | null;
}

/** Frames that bring something for the desk. */
export type DeskFrame = Extract<
  ServerFrame,
  { type: 'events' | 'snapshot' | 'configuration' | 'library' | 'heartbeat' }
>;

export interface ConnectionOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly clientVersion: string;
  readonly random?: (() => number) | undefined;
  /** Null: not known yet; `reconnect` says when it is. */
  readonly serverUrl: () => string | null;
  /** The way to the server; straight unless given. */
  readonly agentFor?: ((serverUrl: string) => Agent) | undefined;
  /** A token for `hello`; `renew`: the one before was refused. A refusal that is not retryable ends the session. */
  readonly token: (renew: boolean) => Promise<Result<string>>;
  /** Up to where the log is on this desk's disk, and whose log that is. */
  readonly position: () => { readonly cursor: number; readonly serverId: string | null };
  readonly onState: (state: ConnectionState) => void;
  readonly onWelcome: (welcome: Welcome) => void;
  readonly onFrame: (frame: DeskFrame) => void;
  /** The session is over and no attempt will be made. */
  readonly onEnd: (error: Refusal) => void;
}

/** Attempts after which the desk says it is offline instead of reconnecting. */
const OFFLINE_AFTER = 3;

const TOKEN_REFUSED = new Set(['token-expired', 'token-invalid', 'token-missing']);

/** Keeps one connection to the messaging server up while it is started (API-1). */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #backoff: Backoff;
  readonly #requests: Requests;
  #running = false;
  /** Grows with each attempt; what an older one still brings is dropped. */
  #attempt = 0;
  #socket: AgentSocket | undefined;
  #isWelcome = false;
  #wasConnected = false;
  #renewToken = false;
  #fromStart = false;
  #retry: Disposable | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
    this.#requests = new Requests(options.clock);
  }

  get isConnected(): boolean {
    return this.#isWelcome;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#wasConnected = false;
    this.#backoff.reset();
    this.#connect();
  }

  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#drop();
    this.#options.onState({ state: 'signed-out', retryAt: null, error: null });
  }

  /** Makes the next attempt now, if none is under way. */
  retryNow(): void {
    if (!this.#running || this.#socket) return;
    this.#connect();
  }

  /** Leaves this connection for a new one. `fromStart`: asks for a snapshot. `atOnce`: without the usual wait. */
  reconnect(reason: string, { fromStart = false, atOnce = false } = {}): void {
    if (!this.#running) return;
    this.#options.log.info({ reason, fromStart }, 'Leaves the connection for a new one');
    this.#fromStart ||= fromStart;
    this.#drop();
    if (atOnce) this.#connect();
    else this.#plan(null);
  }

  /** Refused with `not-connected`, `connection-lost`, `request-timeout`, `bad-answer`, or what the server says. */
  async request<M extends MethodName>(method: M, params: MethodParams<M>): Promise<Result<MethodResult<M>>> {
    const socket = this.#socket;
    if (!socket || !this.#isWelcome) return notConnected;
    return this.#requests.make(method, params, (id, checked) =>
      socket.send({ type: 'request', id, method, params: checked }),
    );
  }

  /** Everything up to `cursor` is on disk here. */
  acknowledge(cursor: number): void {
    if (this.#isWelcome) this.#socket?.send({ type: 'ack', cursor });
  }

  #connect(): void {
    this.#retry?.dispose();
    this.#retry = undefined;
    this.#attempt += 1;
    this.#tell(null, null);
    const attempt = this.#attempt;
    this.#open(attempt).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'An attempt to connect broke down');
      if (attempt === this.#attempt) this.#plan(badAnswer.error);
    });
  }

  async #open(attempt: number): Promise<void> {
    const serverUrl = this.#options.serverUrl();
    if (serverUrl === null) return;
    const token = await this.#options.token(this.#renewToken);
    if (!this.#running || attempt !== this.#attempt || this.#socket) return;
    if (!token.ok) {
      this.#tokenRefused(token.error);
      return;
    }
    this.#renewToken = false;
    const { cursor, serverId } = this.#options.position();
    this.#socket = new AgentSocket({
      serverUrl,
      agent: this.#options.agentFor?.(serverUrl),
      hello: {
        type: 'hello',
        token: token.value,
        protocol: PROTOCOL_VERSION,
        clientVersion: this.#options.clientVersion,
        cursor: this.#fromStart ? 0 : cursor,
        serverId,
      },
      clock: this.#options.clock,
      log: this.#options.log,
      onFrame: (frame) => this.#take(frame),
      onEnd: (ending) => this.#ended(ending),
    });
  }

  #tokenRefused(error: Refusal): void {
    if (error.retryable) this.#plan(error);
    else this.#finish(error);
  }

  #take(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#isWelcome = true;
        this.#wasConnected = true;
        this.#fromStart = false;
        this.#backoff.reset();
        this.#tell(null, null);
        this.#options.onWelcome(frame);
        return;
      case 'response':
        this.#requests.settle(frame.id, frame.result);
        return;
      case 'bye':
        return;
      default:
        this.#options.onFrame(frame);
    }
  }

  #ended(ending: Ending): void {
    this.#options.log.info({ ...ending }, 'The connection ended');
    this.#drop();
    if (ending.kind === 'bye') this.#saidBye(ending.error);
    else if (ending.kind === 'unauthorized') this.#retryWithNewToken();
    else {
      if (ending.kind === 'invalid-frame') this.#fromStart = true;
      this.#plan(connectionLost.error);
    }
  }

  #saidBye(error: Refusal): void {
    if (TOKEN_REFUSED.has(error.code)) this.#retryWithNewToken();
    else if (error.retryable || error.code === 'server-stopping') this.#plan(error);
    else this.#finish(error);
  }

  /** With the usual waits: a server that refuses each new token must not be asked without end at full speed. */
  #retryWithNewToken(): void {
    this.#renewToken = true;
    this.#plan(null);
  }

  #finish(error: Refusal): void {
    this.#running = false;
    this.#drop();
    this.#options.onState({ state: 'signed-out', retryAt: null, error });
    this.#options.onEnd(error);
  }

  #plan(error: Refusal | null): void {
    const wait = this.#backoff.next();
    this.#retry?.dispose();
    this.#retry = this.#options.clock.after(wait, () => this.#connect());
    this.#tell(this.#options.clock.now() + wait, error);
  }

  #drop(): void {
    this.#attempt += 1;
    this.#retry?.dispose();
    this.#retry = undefined;
    this.#socket?.close();
    this.#socket = undefined;
    this.#isWelcome = false;
    this.#requests.endAll();
  }

  #tell(retryAt: number | null, error: Refusal | null): void {
    this.#options.onState({ state: this.#name(), retryAt, error });
  }

  #name(): ConnectionState['state'] {
    if (this.#isWelcome) return 'connected';
    if (this.#backoff.failures >= OFFLINE_AFTER) return 'offline';
    return this.#wasConnected || this.#backoff.failures > 0 ? 'reconnecting' : 'connecting';
  }
}
