import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSigningKey } from '#server/auth/signing-key.ts';
import { Tokens } from '#server/auth/tokens.ts';
import { loadConfiguration } from '#server/config/load-configuration.ts';
import { createLog } from '#server/log.ts';
import { Server } from '#server/server.ts';
import { type Clock, SystemClock } from '#shared/clock.ts';
import type { LoginResponse } from '#shared/protocol/login.ts';

export const APP_SECRET = 'app-secret-of-tests';
export const VERIFY_TOKEN = 'verify-token-of-tests';
export const PASSWORD = 'password-of-tests';

/** Two agents on one channel and queue; `more` is put behind it. */
export const SAMPLE_OPTIONS = `
[server]
port = 0
log-level = debug
[channel-jungle]
phone-number-id = 106540352242922
app-secret = ${APP_SECRET}
verify-token = ${VERIFY_TOKEN}
access-token = access-token-of-tests
graph-url = http://127.0.0.1:9
queue = support
[queue-support]
display-name = Support
[capacity-rule-standard]
whatsappsession = 5
[agent-kaa]
first-name = Kaa
last-name = Sample
password = ${PASSWORD}
capacity-rule = standard
groups = front-desk
[agent-baloo]
first-name = Baloo
last-name = Sample
password = ${PASSWORD}
capacity-rule = standard
[business-attribute-DispositionCode]
resolved = Resolved
`;

export interface TestServerOptions {
  /** Option text behind the sample's. */
  readonly more?: string;
  readonly clock?: Clock & { advance(milliseconds: number): void };
  readonly wireClock?: Clock;
  readonly outgoingBound?: number;
  /** Plain passwords and `/trial` exist in trial mode only. */
  readonly trial?: boolean;
  /** Puts more files into the option folder before the server starts. */
  readonly files?: (optionFolder: string) => void;
}

/** A real server in this process, on a free port, with its own folders; `stop` removes them. */
export class TestServer {
  readonly clock: Clock & { advance(milliseconds: number): void };
  readonly folder = mkdtempSync(join(tmpdir(), 'replydesk-server-'));
  readonly logLines: string[] = [];
  url = '';
  readonly #options: TestServerOptions;
  #server: Server | undefined;

  private constructor(options: TestServerOptions) {
    this.#options = options;
    this.clock = options.clock ?? new SystemClock();
  }

  static async start(options: TestServerOptions = {}): Promise<TestServer> {
    const server = new TestServer(options);
    mkdirSync(server.optionFolder);
    writeFileSync(join(server.optionFolder, 'application.ini'), SAMPLE_OPTIONS + (options.more ?? ''));
    options.files?.(server.optionFolder);
    try {
      await server.resume();
    } catch (error) {
      rmSync(server.folder, { recursive: true, force: true });
      throw error;
    }
    return server;
  }

  get optionFolder(): string {
    return join(this.folder, 'config');
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  /** Starts a server on the same folders, after `halt`. */
  async resume(): Promise<void> {
    const { trial = true, wireClock, outgoingBound } = this.#options;
    const options = { folder: this.optionFolder, trial, overrides: [], environment: {} };
    const { configuration, diagnostics } = loadConfiguration(options);
    if (!configuration) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    this.#server = new Server({
      configuration,
      options,
      dataFolder: this.dataFolder,
      clock: this.clock,
      log: createLog({ level: 'debug', destination: { write: (line: string) => this.logLines.push(line) } }),
      ...(wireClock ? { wireClock } : {}),
      ...(outgoingBound === undefined ? {} : { outgoingBound }),
    });
    this.url = (await this.#server.start()).url;
  }

  /** Stops the server and keeps its folders. */
  async halt(): Promise<void> {
    await this.#server?.stop();
    this.#server = undefined;
  }

  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async logIn(agent: string, password = PASSWORD): Promise<LoginResponse> {
    const { status, body } = await this.post('/api/v1/auth/login', { agent, password });
    if (status !== 200) throw new Error(`login of ${agent}: ${status} ${JSON.stringify(body)}`);
    return body as LoginResponse;
  }

  /** A token as the `token` command prints it. */
  async administratorToken(): Promise<string> {
    const key = loadSigningKey(this.dataFolder);
    if (!key.ok) throw new Error(key.error.message);
    return (await new Tokens({ key: key.value, clock: this.clock }).forAdministrator('tests', 3_600_000)).token;
  }

  get(path: string, token?: string): Promise<Answer> {
    return answerOf(fetch(this.url + path, { headers: authorization(token) }));
  }

  post(path: string, body: unknown, token?: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...authorization(token) };
    return answerOf(fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) }));
  }

  /** A customer writes, as the provider tells it: signed, over HTTP. */
  customerWrites(text: string, from: Customer = {}): Promise<void> {
    return customerWrites(
      { url: this.url, channel: 'jungle', appSecret: APP_SECRET, at: this.clock.now() },
      text,
      from,
    );
  }
}

export interface Customer {
  readonly from?: string;
  readonly name?: string;
}

/** The provider tells a channel that a customer wrote. */
export async function customerWrites(
  to: { readonly url: string; readonly channel: string; readonly appSecret: string; readonly at: number },
  text: string,
  { from = '16505551234', name = 'Sample Customer' }: Customer = {},
): Promise<void> {
  const id = `wamid.${Buffer.from(`${from} ${text} ${Math.random()}`).toString('base64')}`;
  const seconds = String(Math.floor(to.at / 1000));
  const message = { from, id, timestamp: seconds, type: 'text', text: { body: text } };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550100199', phone_number_id: '106540352242922' },
    contacts: [{ profile: { name }, wa_id: from }],
    messages: [message],
  };
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
  const signature = `sha256=${createHmac('sha256', to.appSecret).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  const response = await fetch(`${to.url}/webhooks/whatsapp/${to.channel}`, { method: 'POST', headers, body });
  if (response.status !== 200) throw new Error(`webhook: ${response.status}`);
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into bodies with matchers.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
}

function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

async function answerOf(request: Promise<Response>): Promise<Answer> {
  const response = await request;
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
