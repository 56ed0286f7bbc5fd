import { once } from 'node:events';
import WebSocket from 'ws';
import {
  AGENT_SOCKET_PATH,
  type ClientFrame,
  PROTOCOL_VERSION,
  type ServerFrame,
  serverFrameSchema,
} from '#shared/protocol/frames.ts';
import type { MethodName, MethodParams } from '#shared/protocol/methods.ts';
import type { Result } from '#shared/result.ts';

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** A desk's end of the agent socket, for tests: keeps all frames, checked against the schema, and waits for the next. */
export class DeskClient {
  readonly frames: ServerFrame[] = [];
  readonly socket: WebSocket;
  closeCode: number | undefined;
  readonly #waiting = new Set<() => void>();
  #requests = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      this.frames.push(serverFrameSchema.parse(JSON.parse(data.toString())));
      this.#wake();
    });
    socket.on('close', (code) => {
      this.closeCode = code;
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  /** A connection that has said nothing yet. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<DeskClient> {
    const socket = new WebSocket(url.replace(/^http/, 'ws') + AGENT_SOCKET_PATH, { headers });
    const client = new DeskClient(socket);
    await once(socket, 'open');
    return client;
  }

  /** Connects and says hello; the welcome is the first frame. */
  static async connect(url: string, token: string, from: { cursor?: number; serverId?: string | null } = {}) {
    const client = await DeskClient.open(url);
    client.hello(token, from);
    return client;
  }

  hello(token: string, { cursor = 0, serverId = null }: { cursor?: number; serverId?: string | null } = {}): void {
    this.send({ type: 'hello', token, protocol: PROTOCOL_VERSION, clientVersion: 'tests', cursor, serverId });
  }

  send(frame: ClientFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string): void {
    this.socket.send(text);
  }

  /** The first frame of a type that fits, now or later. Fails when the connection ends without one. */
  async next<T extends ServerFrame['type']>(type: T, fits: (frame: FrameOf<T>) => boolean = () => true) {
    for (;;) {
      const found = this.frames.find((frame): frame is FrameOf<T> => frame.type === type && fits(frame as FrameOf<T>));
      if (found) return found;
      if (this.closeCode !== undefined) throw new Error(`closed with ${this.closeCode} before ${type}`);
      await this.#change();
    }
  }

  welcome(): Promise<FrameOf<'welcome'>> {
    return this.next('welcome');
  }

  async request<M extends MethodName>(method: M, params: MethodParams<M>): Promise<Result<unknown>> {
    return this.requestAny(method, params);
  }

  async requestAny(method: string, params: unknown): Promise<Result<unknown>> {
    this.#requests += 1;
    const id = `r${this.#requests}`;
    this.send({ type: 'request', id, method, params });
    const { result } = await this.next('response', (frame) => frame.id === id);
    return result as Result<unknown>;
  }

  /** Cursors of all events so far, in order of arrival. */
  get told(): number[] {
    return this.frames.flatMap((frame) => (frame.type === 'events' ? frame.events.map((event) => event.cursor) : []));
  }

  /** The code it was closed with. */
  async closed(): Promise<number> {
    while (this.closeCode === undefined) await this.#change();
    return this.closeCode;
  }

  /** Ends the connection from this side, without a word. */
  async drop(): Promise<void> {
    this.socket.terminate();
    await this.closed();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.add(resolve));
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
