import type { Agent } from 'node:http';
import WebSocket, { type RawData } from 'ws';
import type { Clock } from '#shared/clock.ts';
import { type Disposable, DisposableStore } from '#shared/disposable.ts';
import {
  AGENT_SOCKET_PATH,
  type ClientFrame,
  HEARTBEAT_INTERVAL,
  MAX_FRAME_BYTES,
  type ServerFrame,
} from '#shared/protocol/frames.ts';
import type { Refusal } from '#shared/result.ts';
import type { Log } from '../desk/log.ts';
import { parseFrame } from './frames.ts';

/** Milliseconds until the socket must be open, and until the welcome must be here. */
const HANDSHAKE_TIMEOUT = 10_000;

const CLOSE_TIMEOUT = 1000;

/** Heartbeats of silence after which the connection counts as gone. */
const MISSED_HEARTBEATS = 3;

/** How one connection ended. */
export type Ending =
  | { readonly kind: 'lost'; readonly reason: string }
  /** The server said why. */
  | { readonly kind: 'bye'; readonly error: Refusal }
  /** The server would not have the token at all. */
  | { readonly kind: 'unauthorized' }
  /** It sent something that cannot be read: what the desk holds may lack it. */
  | { readonly kind: 'invalid-frame'; readonly reason: string };

export interface AgentSocketOptions {
  readonly serverUrl: string;
  /** The way to the server; straight unless given. */
  readonly agent?: Agent | undefined;
  readonly hello: Extract<ClientFrame, { type: 'hello' }>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onFrame: (frame: ServerFrame) => void;
  /** Called once, at the end. */
  readonly onEnd: (ending: Ending) => void;
}

function socketUrl(serverUrl: string): string {
  const url = new URL(serverUrl);
  // The server may stand behind a proxy under a path of its own.
  url.pathname = url.pathname.replace(/\/$/, '') + AGENT_SOCKET_PATH;
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}

/** One connection, from the handshake to its end. Nothing comes out of it after `onEnd`. */
export class AgentSocket {
  readonly #options: AgentSocketOptions;
  readonly #socket: WebSocket;
  readonly #timers = new DisposableStore();
  #heartbeat: Disposable | undefined;
  #silentTicks = 0;
  #ended = false;

  constructor(options: AgentSocketOptions) {
    this.#options = options;
    this.#socket = new WebSocket(socketUrl(options.serverUrl), {
      maxPayload: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      followRedirects: false,
      agent: options.agent,
    });
    this.#socket.on('open', () => this.send(options.hello));
    this.#socket.on('message', (data) => this.#receive(data));
    this.#socket.on('close', (code) => this.#end({ kind: 'lost', reason: `closed ${code}` }));
    this.#socket.on('error', (error) => this.#end({ kind: 'lost', reason: error.message }));
    this.#socket.on('unexpected-response', (_request, response) => {
      response.resume();
      this.#end(response.statusCode === 401 ? { kind: 'unauthorized' } : lost(`HTTP ${response.statusCode}`));
    });
    this.#timers.add(options.clock.after(HANDSHAKE_TIMEOUT, () => this.#end(lost('no welcome in time'))));
  }

  send(frame: ClientFrame): void {
    if (!this.#ended && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** Ends the connection from this side. `onEnd` is not called. */
  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    // A server that does not answer the closing handshake must not hold the socket.
    const timer = this.#options.clock.after(CLOSE_TIMEOUT, () => this.#socket.terminate());
    this.#socket.once('close', () => timer.dispose());
    this.#socket.close(1000);
  }

  #receive(data: RawData): void {
    if (this.#ended) return;
    this.#silentTicks = 0;
    const parsed = parseFrame(textOf(data));
    if (parsed.kind === 'frame') this.#take(parsed.frame);
    else if (parsed.kind === 'unknown') {
      this.#options.log.info({ type: parsed.type }, 'Skipped a frame of a kind this version does not know');
    } else this.#end({ kind: 'invalid-frame', reason: parsed.reason });
  }

  #take(frame: ServerFrame): void {
    if (frame.type === 'bye') {
      this.#end({ kind: 'bye', error: frame.error });
      return;
    }
    if (frame.type === 'welcome') {
      this.#timers.dispose();
      this.#beat();
    }
    this.#options.onFrame(frame);
  }

  /** Silence is counted in beats, not read off the clock: a clock that is set would hide or feign it. */
  #beat(): void {
    this.#heartbeat = this.#options.clock.after(HEARTBEAT_INTERVAL, () => {
      this.#silentTicks += 1;
      if (this.#silentTicks > MISSED_HEARTBEATS) {
        this.#end(lost('no heartbeat'));
        return;
      }
      this.send({ type: 'heartbeat' });
      this.#beat();
    });
  }

  #end(ending: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    this.#socket.terminate();
    this.#options.onEnd(ending);
  }

  #release(): void {
    this.#timers.dispose();
    this.#heartbeat?.dispose();
  }
}

function lost(reason: string): Ending {
  return { kind: 'lost', reason };
}
