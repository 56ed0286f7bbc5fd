import { type ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { SecureContext } from 'node:tls';
import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import type { Clock } from '#shared/clock.ts';
import { trusting } from './authorities.ts';
import { isLoopback, type Route, routesOf, routeTo } from './routes.ts';

/** Milliseconds a proxy has to put the connection through; well below what the connection itself has. */
const PROXY_TIMEOUT = 5000;

export interface NetworkOptions {
  readonly clock: Clock;
  /** `connection.proxy`: `system`, `direct`, or the address of a proxy. */
  readonly proxy: string;
  /** Certificates (PEM) to trust beside the system's. */
  readonly authorities?: readonly string[];
  /** What the operating system says of an address, as Chromium writes it; asked only for `system`. */
  readonly resolveProxy?: (url: string) => Promise<string>;
}

/** A proxy was reached and did not put the connection through. */
export class ProxyRefusal extends Error {
  readonly proxy: string;
  readonly status: number;

  constructor(proxy: URL, status: number) {
    super(`The proxy ${proxy.host} answered ${status}`);
    this.proxy = proxy.host;
    this.status = status;
  }
}

/** The way out of this computer (OPT-5, `connection.proxy` and `connection.ca-file`), for REST and socket alike. */
export class Network {
  readonly #options: NetworkOptions;
  #context: SecureContext | undefined;

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  /** An agent for one connection to this address. */
  agentFor(url: string): HttpAgent {
    return new RouteAgent(url, {
      clock: this.#options.clock,
      routes: () => this.#routes(url),
      // Reading the system's authorities takes time, and nothing needs them before the first connection with TLS.
      context: () => (this.#context ??= trusting(this.#options.authorities ?? [])),
    });
  }

  async #routes(url: string): Promise<readonly Route[]> {
    const { proxy, resolveProxy } = this.#options;
    if (proxy === 'direct' || isLoopback(new URL(url).hostname)) return ['direct'];
    if (proxy !== 'system') return [routeTo(proxy)];
    return resolveProxy ? routesOf(await resolveProxy(url)) : ['direct'];
  }
}

interface RouteAgentOptions {
  readonly clock: Clock;
  readonly routes: () => Promise<readonly Route[]>;
  readonly context: () => SecureContext;
}

/** Takes the first route that can be had. */
class RouteAgent extends Agent {
  readonly #isSecure: boolean;
  readonly #options: RouteAgentOptions;

  constructor(url: string, options: RouteAgentOptions) {
    super();
    this.#isSecure = new URL(url).protocol === 'https:';
    this.#options = options;
  }

  /** Otherwise looked for in the call stack. */
  override isSecureEndpoint(): boolean {
    return this.#isSecure;
  }

  override async connect(request: ClientRequest, options: AgentConnectOpts) {
    let trouble: unknown;
    for (const route of await this.#options.routes()) {
      if (route === 'direct') return this.#direct();
      try {
        return await this.#through(route, request, options);
      } catch (error) {
        // A proxy that says no means it; one that cannot be reached may have a stand-in.
        if (error instanceof ProxyRefusal || request.destroyed) throw error;
        trouble = error;
      }
    }
    throw trouble;
  }

  #direct(): HttpAgent {
    return this.#isSecure ? new HttpsAgent({ secureContext: this.#options.context() }) : new HttpAgent();
  }

  async #through(proxy: URL, request: ClientRequest, options: AgentConnectOpts) {
    const abort = new AbortController();
    const timer = this.#options.clock.after(PROXY_TIMEOUT, () => abort.abort());
    const giveUp = (): void => abort.abort();
    request.once('close', giveUp);
    try {
      const secured = options.secureEndpoint ? { ...options, secureContext: this.#options.context() } : options;
      // Given a time, the library would hold the open connection to it as well; the caller's own has to do.
      if (proxy.protocol.startsWith('socks')) return await new SocksProxyAgent(proxy).connect(request, secured);
      return await this.#throughTunnel(proxy, request, secured, abort.signal);
    } finally {
      timer.dispose();
      request.off('close', giveUp);
    }
  }

  /** Everything goes by CONNECT, which is what a WebSocket needs. */
  async #throughTunnel(proxy: URL, request: ClientRequest, options: AgentConnectOpts, signal: AbortSignal) {
    const secured = proxy.protocol === 'https:' ? { secureContext: this.#options.context() } : {};
    const agent = new HttpsProxyAgent(proxy, { ...secured, signal });
    let status = 0;
    agent.once('proxyConnect', ({ statusCode }: Pick<IncomingMessage, 'statusCode'>) => {
      status = statusCode ?? 0;
    });
    const socket = await agent.connect(request, options);
    if (status === 200) return socket;
    socket.destroy();
    throw new ProxyRefusal(proxy, status);
  }
}
