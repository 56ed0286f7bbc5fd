import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { AGENT_SOCKET_PATH, type ClientFrame, clientFrameSchema, type ServerFrame } from '#shared/protocol/frames.ts';

/** A server's end of one connection, played by a test. */
export class ScriptedConnection {
  readonly #socket: WebSocket;
  readonly #frames: ClientFrame[] = [];
  #wake: () => void = () => {};

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      this.#frames.push(clientFrameSchema.parse(JSON.parse(data.toString())));
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  /** The next frame of the desk, in order. */
  async next<T extends ClientFrame['type']>(type: T): Promise<Extract<ClientFrame, { type: T }>> {
    while (this.#frames.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    const frame = this.#frames.shift();
    if (frame?.type !== type) throw new Error(`expected ${type}, got ${frame?.type}`);
    return frame as Extract<ClientFrame, { type: T }>;
  }

  send(frame: ServerFrame): void {
    this.sendText(JSON.stringify(frame));
  }

  sendText(text: string): void {
    this.#socket.send(text);
  }

  welcome(cursor = 0): void {
    this.send({
      type: 'welcome',
      session: 'session-1',
      serverId: 'server-1',
      serverVersion: '1.0.0',
      protocol: 1,
      agent: { name: 'kaa', displayName: 'Kaa', firstName: 'Kaa', lastName: 'Sample', groups: [] },
      privileges: null,
      options: { trial: false, freeMessageTimespan: 86_400, dispositionMandatory: false },
      directory: {
        channels: [],
        queues: [],
        agents: [],
        dispositions: [],
        notReadyReasons: [],
        businessAttributes: {},
      },
      serverTime: 1000,
      cursor,
      mode: 'delta',
      snapshot: null,
      status: {
        agent: 'kaa',
        displayName: 'Kaa',
        state: 'not-ready',
        reason: '',
        since: 0,
        capacity: { used: 0, allowed: 5 },
        missedOffers: 0,
      },
    });
  }

  bye(code: string, retryable: boolean): void {
    this.send({ type: 'bye', error: { code, message: `Bye: ${code}.`, retryable } });
  }

  /** Breaks it without a farewell. */
  cut(): void {
    this.#socket.terminate();
  }
}

/** A messaging server that does what a test says, over real sockets. */
export class ScriptedServer {
  readonly #server: WebSocketServer;
  readonly #connections: ScriptedConnection[] = [];
  #wake: () => void = () => {};
  /** HTTP status with which connections are turned away; undefined: they are taken. */
  turnAway: number | undefined;

  private constructor() {
    this.#server = new WebSocketServer({
      port: 0,
      host: '127.0.0.1',
      path: AGENT_SOCKET_PATH,
      verifyClient: (_info, done) => done(this.turnAway === undefined, this.turnAway),
    });
    this.#server.on('connection', (socket) => {
      this.#connections.push(new ScriptedConnection(socket));
      this.#wake();
    });
  }

  static async start(): Promise<ScriptedServer> {
    const server = new ScriptedServer();
    await once(server.#server, 'listening');
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next connection, in order. */
  async next(): Promise<ScriptedConnection> {
    while (this.#connections.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    const connection = this.#connections.shift();
    if (!connection) throw new Error('no connection');
    return connection;
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
