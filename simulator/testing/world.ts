import { ManualClock } from '#shared/clock.ts';
import type { JsonObject } from '../json.ts';
import { silentLog } from '../log.ts';
import { type SettingsInput, settingsSchema } from '../settings.ts';
import { Simulator } from '../simulator.ts';
import { Receiver } from './receiver.ts';

export const defaults = settingsSchema.parse({});
export const phoneId = defaults.phoneNumbers[0]?.id ?? '';
export const account = defaults.businessAccountId;
/** A sample customer with a number from the range kept for fiction. */
export const akela = '16145550123';

/** An HTTP answer, read as JSON. Loose on purpose: tests look at single members. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests reach deep into answers whose shape they then check.
  readonly body: any;
  readonly headers: Headers;
}

/** A running simulator with a receiver and a clock that stands still. */
export class World {
  readonly clock = new ManualClock();
  readonly receiver = new Receiver();
  url = '';
  #simulator: Simulator | undefined;

  async start(settings: SettingsInput = {}): Promise<this> {
    const callback = await this.receiver.start();
    this.#simulator = new Simulator({
      clock: this.clock,
      log: silentLog,
      settings: { callbackUrl: `${callback}/webhooks/whatsapp/jungle`, ...settings },
    });
    this.url = (await this.#simulator.start()).url;
    return this;
  }

  async stop(): Promise<void> {
    await this.#simulator?.stop();
    await this.receiver.stop();
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(this.url + path, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
  }

  /** A Graph call with the right token. */
  graph(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.call(method, path, body, { authorization: `Bearer ${defaults.accessToken}` });
  }

  /** Sends a message from the business; `to` is Akela unless said otherwise. */
  send(message: JsonObject, version = 'v25.0'): Promise<Answer> {
    const body = { messaging_product: 'whatsapp', to: akela, ...message };
    return this.graph('POST', `/${version}/${phoneId}/messages`, body);
  }

  text(body: string, to = akela): Promise<Answer> {
    return this.send({ to, type: 'text', text: { body } });
  }

  control(path: string, body: unknown = {}): Promise<Answer> {
    return this.call('POST', `/control${path}`, body);
  }

  /** Akela writes; opens the window. */
  async inbound(message: JsonObject = { type: 'text', text: { body: 'Hello' } }, from = akela): Promise<string> {
    const answer = await this.control('/inbound', { from, profileName: 'Akela Raksha', message });
    return answer.body.id;
  }

  async phone(waId = akela, query = ''): Promise<Answer['body'][]> {
    return (await this.call('GET', `/control/phones/${waId}/messages${query}`)).body;
  }

  /** Resolves when every webhook so far has been taken. */
  async settled(): Promise<void> {
    while ((await this.call('GET', '/control/state')).body.pendingWebhooks > 0) await new Promise(setImmediate);
  }

  /** The nth webhook's value (from 0), waiting for it if need be. */
  async value(index: number): Promise<Answer['body']> {
    const received = await this.receiver.atLeast(index + 1);
    return JSON.parse(received[index]?.body ?? '').entry[0].changes[0].value;
  }

  /** The statuses received so far, in order. */
  statuses(): string[] {
    return this.receiver.received.flatMap(({ body }) => {
      const { value } = JSON.parse(body).entry[0].changes[0];
      return (value.statuses ?? []).map((status: { status: string }) => status.status);
    });
  }
}
