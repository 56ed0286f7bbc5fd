import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Message, messageSchema } from '#shared/domain/message.ts';
import { type DeskView, deskViewSchema } from '#shared/ipc/view.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { DeskHandle } from './desk-handle.ts';

const resultSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), retryable: z.boolean() }) }),
]);
export type Answer = z.infer<typeof resultSchema>;

const phoneSchema = z.array(z.object({ direction: z.string(), text: z.string() }));
const pageSchema = z.object({ messages: z.array(messageSchema) });

/** Real simulator, real server, a real desk process, and the wire between the last two. The driver is its keyring. */
export class World {
  readonly stack: Stack;
  readonly proxy: TcpProxy;
  readonly #folder: string;
  #desk: DeskHandle;
  #started: Promise<unknown> = Promise.resolve();
  #session: unknown = null;
  readonly #logs: string[] = [];

  private constructor(stack: Stack, proxy: TcpProxy, folder: string) {
    this.stack = stack;
    this.proxy = proxy;
    this.#folder = folder;
    this.#desk = this.#startDesk();
  }

  static async start(): Promise<World> {
    const stack = await startStack();
    const proxy = await TcpProxy.start(stack.server.url);
    const world = new World(stack, proxy, await mkdtemp(join(tmpdir(), 'replydesk-faults-')));
    await world.tune({
      timings: { sentDelayMs: 20, deliveredDelayMs: 30, webhookFirstPauseMs: 100, webhookLongestPauseMs: 500 },
      limits: { pairSeconds: 0, messagesPerSecond: 0 },
    });
    await world.#desk.order({ do: 'start', session: null });
    return world;
  }

  get logLines(): readonly string[] {
    return [...this.#logs, ...this.#desk.logLines];
  }

  async logIn(agent: string, password: string): Promise<void> {
    const answer = resultSchema.parse(await this.#desk.order({ do: 'log-in', agent, password }));
    if (!answer.ok) throw new Error(`login: ${answer.error.code}`);
  }

  async makeReady(): Promise<boolean> {
    const answer = resultSchema.safeParse(await this.#desk.order({ do: 'ready' }));
    return answer.data?.ok === true;
  }

  /** Undefined: the desk was killed before it answered. */
  async send(interactionId: string, text: string): Promise<Answer | undefined> {
    await this.#started;
    return resultSchema.optional().parse(await this.#desk.order({ do: 'send', interactionId, text }));
  }

  async view(): Promise<DeskView | undefined> {
    return deskViewSchema.optional().parse(await this.#desk.order({ do: 'view' }));
  }

  async transcript(interactionId: string): Promise<readonly Message[] | undefined> {
    const answer = resultSchema.optional().parse(await this.#desk.order({ do: 'transcript', interactionId }));
    return answer?.ok ? pageSchema.parse(answer.value).messages : undefined;
  }

  /** kill -9, and the next life after `pause` ms. */
  async killDesk(pause: number): Promise<void> {
    await this.#desk.kill();
    this.#logs.push(...this.#desk.logLines, '--- killed ---');
    await new Promise((resolve) => setTimeout(resolve, pause));
    this.#desk = this.#startDesk();
    // Nobody can press Send before there is a window, and there is none before the desk shows what it has.
    this.#started = this.#desk.order({ do: 'start', session: this.#session });
    await this.#started;
  }

  /** kill -9, and the next life on the same port and data. */
  async killServer(): Promise<void> {
    await this.stack.restartServer();
  }

  async tune(options: unknown): Promise<void> {
    await this.#control('options', options);
  }

  /** Texts of the business that the provider took for this phone, in that order. */
  async taken(waId: string): Promise<string[]> {
    const answer = await fetch(`${this.stack.simulator.url}/control/phones/${waId}/messages?all=1`);
    const messages = phoneSchema.parse(await answer.json());
    return messages.filter((message) => message.direction === 'out').map((message) => message.text);
  }

  async stop(): Promise<void> {
    await this.#desk.stop();
    await this.proxy.stop();
    await this.stack.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #startDesk(): DeskHandle {
    return new DeskHandle(this.proxy.url, this.#folder, (session) => {
      this.#session = session;
    });
  }

  async #control(path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const url = `${this.stack.simulator.url}/control/${path}`;
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
}
