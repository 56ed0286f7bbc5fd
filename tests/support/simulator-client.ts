import { z } from 'zod';

const shownSchema = z.array(
  z.looseObject({
    id: z.string(),
    direction: z.string(),
    kind: z.string(),
    text: z.string(),
    status: z.string().nullish(),
    opaque: z.string().nullish(),
  }),
);
export type ShownMessage = z.infer<typeof shownSchema>[number];

/** A fault the simulator is to have, see SIM-1 `POST /control/faults`. */
export interface Fault {
  readonly path: string;
  /** Member the body must have: `to` for messages alone, not for read marks and typing. */
  readonly has?: string;
  readonly status?: number;
  readonly code?: number;
  readonly delayMs?: number;
  readonly drop?: boolean;
  readonly times: number;
  readonly after?: 'before-effect' | 'after-effect';
}

/** The simulator's control API, as a test or the tour plays customers and the weather. */
export class SimulatorClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async #call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** A customer writes a text. */
  async write(
    from: string,
    profileName: string,
    text: string,
    extra: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.inbound(from, profileName, { type: 'text', text: { body: text }, ...extra });
  }

  /** A customer sends any element of `messages[]`. */
  async inbound(from: string, profileName: string, message: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#call('POST', '/control/inbound', { from, profileName, message });
  }

  /** The customer reads all that has arrived. */
  async read(waId: string): Promise<void> {
    await this.#call('POST', `/control/phones/${waId}/read`, {});
  }

  /** What the customer's phone shows, in order. */
  async phone(waId: string): Promise<readonly ShownMessage[]> {
    const answer = await this.#call('GET', `/control/phones/${waId}/messages`);
    return shownSchema.parse(Array.isArray(answer) ? answer : (answer as { messages?: unknown }).messages);
  }

  /** Whether the phone shows that the business is typing. */
  async showsTyping(waId: string): Promise<boolean> {
    const shown = z.looseObject({ businessIsTyping: z.boolean() });
    return shown.parse(await this.#call('GET', `/control/phones/${waId}`)).businessIsTyping;
  }

  async fault(fault: Fault): Promise<void> {
    await this.#call('POST', '/control/faults', fault);
  }

  /** What the provider does to a template: pauses it, disables it, rates it, puts it into another category. */
  async template(nameOrId: string, change: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#call('POST', `/control/templates/${nameOrId}`, change);
  }

  /** The next message to the customer fails later, with a code of the provider's. */
  async fail(waId: string, code: number): Promise<void> {
    await this.#call('POST', `/control/phones/${waId}/fail`, { code });
  }

  /** The customer presses a button or chooses a row of what they were sent; `*` is the first there is. */
  async choose(waId: string, optionId: string): Promise<void> {
    await this.#call('POST', `/control/phones/${waId}/choose`, { id: optionId });
  }

  /** Moves the simulator's clock and, in trial mode, the server's. */
  async advance(seconds: number): Promise<void> {
    await this.#call('POST', '/control/clock', { advanceSeconds: seconds });
  }

  /** Points the business number's webhooks at `callback`, as one does with Meta: with its handshake. */
  async subscribe(phoneNumberId: string, accessToken: string, callback: string, verifyToken: string): Promise<void> {
    const response = await fetch(`${this.#url}/v23.0/${phoneNumberId}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ webhook_configuration: { override_callback_uri: callback, verify_token: verifyToken } }),
    });
    if (!response.ok)
      throw new Error(`The webhook address was refused with ${response.status}: ${await response.text()}`);
  }
}
