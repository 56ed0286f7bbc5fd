import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One webhook as it came over the wire. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Waiter {
  readonly count: number;
  readonly resolve: () => void;
}

/** A business's webhook address for tests: keeps what comes and answers as told. */
export class Receiver {
  readonly #server: Server;
  readonly received: Received[] = [];
  readonly #waiters = new Set<Waiter>();
  /** Status for the nth webhook (from 0), or `close` to end the connection without an answer. */
  answer: (index: number, body: string) => number | 'close' = () => 200;
  /** What the handshake answers, given the challenge. */
  echo: (challenge: string) => string = (challenge) => challenge;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (request.method === 'GET') {
          response.end(this.echo(url.searchParams.get('hub.challenge') ?? ''));
          return;
        }
        const body = Buffer.concat(chunks).toString('utf8');
        const answer = this.answer(this.received.length, body);
        this.received.push({ path: url.pathname, headers: request.headers, body });
        if (answer === 'close') response.destroy();
        else response.writeHead(answer).end();
        this.#wake();
      });
    });
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Resolves when this many webhooks have come in all. */
  async atLeast(count: number): Promise<readonly Received[]> {
    if (this.received.length < count) {
      await new Promise<void>((resolve) => this.#waiters.add({ count, resolve }));
    }
    return this.received;
  }

  #wake(): void {
    for (const waiter of [...this.#waiters]) {
      if (this.received.length < waiter.count) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }
}
