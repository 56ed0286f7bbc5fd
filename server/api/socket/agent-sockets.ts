import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AGENT_SOCKET_PATH, MAX_FRAME_BYTES } from '#shared/protocol/frames.ts';
import type { LibraryFrame } from '#shared/protocol/library.ts';
import { byes } from './byes.ts';
import { DeskConnection, type DeskServices } from './desk-connection.ts';

/** Connections that have not said who they are; more than a floor of desks that come back at once would make. */
const MOST_GREETING = 1000;

/** The agent socket of the server (API-1): takes connections, and says good-bye to all when it stops. */
export class AgentSockets {
  readonly #services: DeskServices;
  readonly #desks = new Set<DeskConnection>();
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  #stopping = false;

  constructor(services: DeskServices) {
    this.#services = services;
  }

  get size(): number {
    return this.#desks.size;
  }

  /** Takes over the upgrades of a web server. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#onUpgrade(request, socket, head));
  }

  /** The configuration has changed: each desk is told what of it concerns it. */
  reconfigured(): void {
    for (const desk of this.#desks) desk.reconfigured();
  }

  /** A list of the library is another one now: every desk is told. */
  libraryChanged(frame: LibraryFrame): void {
    for (const desk of this.#desks) desk.libraryChanged(frame);
  }

  /** The server's clock was moved: every desk is told at once what time it is. */
  clockMoved(): void {
    for (const desk of this.#desks) desk.tellTime();
  }

  /** Tells every desk that the server stops, and waits until they are gone and the engine knows. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const closed = [...this.#sockets.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
    for (const desk of this.#desks) desk.end(byes.stopping);
    await Promise.all(closed);
    await this.#services.registry.settled();
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refusal = this.#refusalOf(request);
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (client) => {
      const desk = new DeskConnection(client, this.#services);
      this.#desks.add(desk);
      client.once('close', () => this.#desks.delete(desk));
    });
  }

  #refusalOf(request: IncomingMessage): string | undefined {
    if (request.url?.split('?', 1)[0] !== AGENT_SOCKET_PATH) return '404 Not Found';
    // Desks are programs and send none; what does is a web page, and no page has business here (SEC-1).
    if (request.headers.origin !== undefined) return '403 Forbidden';
    if (this.#stopping) return '503 Service Unavailable';
    const greeting = [...this.#desks].filter((desk) => desk.isGreeting).length;
    return greeting >= MOST_GREETING ? '503 Service Unavailable' : undefined;
  }
}
