import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A wire between two programs that a test can cut, slow down or let go silent. It listens on a port of its own; what
 * connects there is connected to the target.
 */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #target: { readonly host: string; readonly port: number };
  #isDown = false;
  #isSilent = false;
  #delay = 0;

  private constructor(target: string) {
    this.#target = addressOf(target);
    this.#server = createServer((socket) => this.#accept(socket));
  }

  /** `target`: the URL of the program behind it. */
  static async start(target: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Connections now open through it. */
  get connections(): number {
    return this.#pairs.size;
  }

  /** New connections go there. */
  retarget(target: string): void {
    this.#target = addressOf(target);
  }

  /** Breaks every connection, at once and without a farewell. */
  cut(): void {
    for (const [near, far] of this.#pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  }

  /** Down: breaks every connection and lets no new one through. */
  setDown(isDown: boolean): void {
    this.#isDown = isDown;
    if (isDown) this.cut();
  }

  /** Silent: connections stay open, and every byte is lost. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
  }

  /** Milliseconds by which each piece is late, either way. */
  setDelay(delay: number): void {
    this.#delay = delay;
  }

  async stop(): Promise<void> {
    this.setDown(true);
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(near: Socket): void {
    if (this.#isDown) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(this.#target);
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    this.#join(near, far);
    this.#join(far, near);
    const end = (): void => {
      this.#pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
  }

  #join(from: Socket, to: Socket): void {
    let last: Promise<void> = Promise.resolve();
    from.on('data', (bytes) => {
      if (this.#isSilent) return;
      const wait = this.#delay;
      // One after the other, whatever the delay: TCP does not reorder.
      last = last.then(async () => {
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        if (!to.destroyed) to.write(bytes);
      });
    });
    from.on('end', () => {
      void last.then(() => to.end());
    });
  }
}

function addressOf(target: string): { host: string; port: number } {
  const { hostname, port } = new URL(target);
  return { host: hostname, port: Number(port) };
}
