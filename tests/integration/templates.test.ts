import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SystemClock } from '#shared/clock.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message, MessageStatus } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { TemplateList } from '#shared/domain/template.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import type { Result } from '#shared/result.ts';
import { settingsSchema } from '#simulator/settings.ts';
import { Simulator } from '#simulator/simulator.ts';
import { DeskClient } from '../support/desk-client.ts';
import { SimulatorClient } from '../support/simulator-client.ts';
import { APP_SECRET, TestServer, VERIFY_TOKEN } from '../support/test-server.ts';

const AKELA = '16145550123';
const settings = settingsSchema.parse({});
const NUMBER = settings.phoneNumbers[0]?.id ?? '';
const TOKEN = 'access-token-of-tests';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let simulator: Simulator;
let phones: SimulatorClient;
let simulatorUrl: string;
let server: TestServer;
let desks: DeskClient[];
let ids: number;

const channel = (more = '') => `
[channel-jungle]
graph-url = ${simulatorUrl}
business-account-id = ${settings.businessAccountId}
${more}
`;

beforeEach(async () => {
  [desks, ids] = [[], 0];
  simulator = new Simulator({
    clock: new SystemClock(),
    log: pino({ level: 'silent' }),
    settings: {
      ...{ accessToken: TOKEN, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN },
      timings: { ...settings.timings, templateReviewMs: 300, sentDelayMs: 0, deliveredDelayMs: 0 },
    },
  });
  simulatorUrl = (await simulator.start()).url;
  phones = new SimulatorClient(simulatorUrl);
});
afterEach(async () => {
  for (const desk of desks) desk.socket.terminate();
  await server.stop();
  await simulator.stop();
});

async function startServer(more = channel()): Promise<void> {
  server = await TestServer.start({ more, files: addFiles });
  await phones.subscribe(NUMBER, TOKEN, `${server.url}/webhooks/whatsapp/jungle`, VERIFY_TOKEN);
}

function addFiles(optionFolder: string): void {
  const folder = join(optionFolder, 'responses', 'files');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'leaf.png'), PNG);
  writeFileSync(join(folder, 'invoice.pdf'), '%PDF-1.4');
  writeFileSync(join(folder, 'empty.pdf'), '');
}

async function desk(agent = 'kaa'): Promise<DeskClient> {
  const { token } = await server.logIn(agent);
  const client = await DeskClient.connect(server.url, token);
  desks.push(client);
  await client.welcome();
  return client;
}

function listOf(result: Result<unknown>): TemplateList {
  if (!result.ok) throw new Error(result.error.message);
  return result.value as TemplateList;
}

async function list(client: DeskClient): Promise<TemplateList> {
  return listOf(await client.request('template.list', { channel: 'jungle' }));
}

const named = ({ templates }: TemplateList, name: string) => templates.find((one) => one.name === name);

/** The list once it fits. */
async function listed(client: DeskClient, fits: (list: TemplateList) => boolean): Promise<TemplateList> {
  for (let round = 0; round < 100; round += 1) {
    const now = await list(client);
    if (fits(now)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not in time: ${JSON.stringify(await list(client)).slice(0, 500)}`);
}

const filled = (now: TemplateList) => now.refreshedAt !== null;

async function conversation(client: DeskClient): Promise<InteractionSnapshot> {
  await client.request('agent.set-state', { state: 'ready' });
  await phones.write(AKELA, 'Akela', 'Hello');
  const frame = await client.next('events', ({ events }) => events.some(({ kind }) => kind === 'interaction.offered'));
  const offer = frame.events.find(({ kind }) => kind === 'interaction.offered')?.data as { id: string };
  const accepted = await client.request('offer.accept', { offerId: offer.id });
  if (!accepted.ok) throw new Error(accepted.error.message);
  return accepted.value as InteractionSnapshot;
}

async function send(client: DeskClient, interactionId: string, content: OutboundContent): Promise<Result<unknown>> {
  ids += 1;
  return client.request('message.send', { id: `01TEMPLATE${String(ids).padStart(16, '0')}`, interactionId, content });
}

async function becomes(client: DeskClient, sent: Result<unknown>, wanted: MessageStatus): Promise<unknown> {
  if (!sent.ok) throw new Error(sent.error.message);
  const { id } = sent.value as Message;
  const fits = ({ kind, data }: { kind: string; data?: unknown }) => {
    const change = data as { messageId?: string; status?: string };
    return kind === 'message.status-changed' && change.messageId === id && change.status === wanted;
  };
  return (await client.next('events', ({ events }) => events.some(fits))).events.find(fits)?.data;
}

const noFill = { header: {}, file: null, body: {}, buttons: {} };
const followUp: OutboundContent = {
  kind: 'template',
  template: { name: 'business_followup', language: 'en' },
  fill: { ...noFill, body: { 1: 'It is on its way.' } },
};
const leaf = { from: 'library', responseId: 'leaf', name: 'leaf.png' } as const;

const draft: MethodParams<'template.create'> = {
  channel: 'jungle',
  name: 'parcel_late',
  language: 'en',
  category: 'utility',
  header: { text: 'Order {{1}}', examples: { 1: 'J-1042' } },
  body: { text: 'Hello {{1}}, your parcel comes on {{2}}, a little late.', examples: { 1: 'Akela', 2: 'Friday' } },
  footer: 'Jungle support',
  buttons: [
    { type: 'quick-reply', title: 'That is fine' },
    { type: 'url', title: 'Track', url: 'https://a.example/{{1}}', hasParameter: true, example: 'https://a.example/1' },
  ],
};

describe('the list of templates', () => {
  it('is filled at the start, told, and kept over a restart and while the provider is away', async () => {
    await startServer();
    const first = await desk();
    const now = await listed(first, filled);
    expect(now).toMatchObject({ channel: 'jungle', error: null });
    expect(named(now, 'season_catalogue')).toMatchObject({ status: 'approved', header: { format: 'image' } });
    expect(named(now, 'flash_sale')).toMatchObject({ status: 'rejected', reason: 'INVALID_FORMAT' });
    await first.drop();
    await server.halt();
    await simulator.stop();
    await server.resume();
    const second = await desk();
    const after = listOf(await second.request('template.refresh', { channel: 'jungle' }));
    expect(after.templates).toEqual(now.templates);
    expect(after).toMatchObject({
      refreshedAt: now.refreshedAt,
      error: { code: 'provider-unreachable', retryable: true },
    });
    expect(await second.request('template.list', { channel: 'none' })).toMatchObject({
      error: { code: 'channel-unknown' },
    });
  });

  it('shows within a second that a template was paused, and that it is back', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const seen = client.frames.length;
    const at = Date.now();
    await phones.template('business_followup', { status: 'PAUSED' });
    while (!client.frames.slice(seen).some(({ type }) => type === 'library')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(Date.now() - at).toBeLessThan(1000);
    expect(named(await list(client), 'business_followup')).toMatchObject({ status: 'paused', reason: 'FIRST_PAUSE' });
    await phones.template('business_followup', { status: 'APPROVED', quality: 'YELLOW', category: 'MARKETING' });
    const wanted = { status: 'approved', reason: null, quality: 'yellow', category: 'marketing' };
    await listed(client, (now) => named(now, 'business_followup')?.category === 'marketing');
    expect(named(await list(client), 'business_followup')).toMatchObject(wanted);
  });

  it('says why it cannot be read without an account, or without a token', async () => {
    await startServer(channel('business-account-id = *'));
    const client = await desk();
    expect((await listed(client, ({ error }) => error !== null)).error?.message).toContain('business-account-id');
    expect(await client.request('template.create', draft)).toMatchObject({ error: { code: 'account-unknown' } });
  });

  it('is given over REST', async () => {
    await startServer();
    await listed(await desk(), filled);
    const token = await server.administratorToken();
    const { status, body } = await server.get('/api/v1/templates?channel=jungle', token);
    expect(status).toBe(200);
    expect(body.templates.length).toBeGreaterThan(5);
    expect(Date.parse(body.refreshedAt)).toBeGreaterThan(0);
    await phones.template('hello_world', { status: 'DISABLED' });
    const refreshed = await server.post('/api/v1/templates/refresh', { channel: 'jungle' }, token);
    expect(named(refreshed.body, 'hello_world')).toMatchObject({ status: 'disabled' });
    expect((await server.get('/api/v1/templates?channel=none', token)).status).toBe(404);
    expect((await server.get('/api/v1/templates?channel=jungle')).status).toBe(401);
  });
});

describe('an administrator', () => {
  it('adds a template, sees it approved, changes it and deletes it', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const created = named(listOf(await client.request('template.create', draft)), 'parcel_late');
    expect(created).toMatchObject({ status: 'pending', body: { parameters: ['1', '2'] }, footer: 'Jungle support' });
    const again = await client.request('template.create', draft);
    expect(again).toMatchObject({ ok: false, error: { code: 'template-invalid' } });
    await listed(client, (now) => named(now, 'parcel_late')?.status === 'approved');
    const id = created?.id ?? '';
    const other = { ...draft, id, footer: 'Yours, the jungle' };
    const edited = listOf(await client.request('template.edit', other));
    expect(named(edited, 'parcel_late')).toMatchObject({ footer: 'Yours, the jungle', status: 'pending' });
    const renamed = await client.request('template.edit', { ...other, name: 'other' });
    expect(renamed).toMatchObject({ error: { code: 'template-invalid' } });
    const left = listOf(await client.request('template.delete', { channel: 'jungle', id }));
    expect(named(left, 'parcel_late')).toBeUndefined();
    expect(await client.request('template.delete', { channel: 'jungle', id })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is told of the field that is wrong, and of what the provider says in its words', async () => {
    await startServer();
    const client = await desk();
    const body = { text: '{{1}} is late', examples: { 1: 'It' } };
    const invalid = await client.request('template.create', { ...draft, body });
    expect(invalid).toMatchObject({ error: { code: 'template-invalid', message: expect.stringMatching(/^Text: /) } });
    const { templates } = await listed(client, filled);
    const disabled = templates.find(({ name }) => name === 'loyalty_points');
    await phones.template('loyalty_points', { status: 'DISABLED' });
    const refused = await client.request('template.delete', { channel: 'jungle', id: disabled?.id ?? '' });
    expect(refused).toMatchObject({
      error: { code: 'template-refused', message: expect.stringContaining('disabled message template') },
    });
  });

  it('needs the privilege, and others are not told of lists they may not ask for', async () => {
    await startServer(`${channel()}
[role-agent]
members = agent:kaa
InteractionWorkspace.WhatsApp.canUse = allowed
[role-other]
members = agent:baloo
InteractionWorkspace.Contact.canUse = allowed
`);
    const client = await desk();
    await listed(client, filled);
    expect(await client.request('template.create', draft)).toMatchObject({ error: { code: 'forbidden' } });
    const other = await desk('baloo');
    expect(await other.request('template.list', { channel: 'jungle' })).toMatchObject({ error: { code: 'forbidden' } });
    const seen = client.frames.length;
    await phones.template('hello_world', { status: 'PAUSED' });
    while (!client.frames.slice(seen).some(({ type }) => type === 'library')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await other.request('agent.set-state', { state: 'not-ready' });
    expect(other.frames.map(({ type }) => type)).not.toContain('library');
  });
});

describe('an agent', () => {
  it('sends a notification, and the customer presses its button', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const { interaction } = await conversation(client);
    const fill = { header: { 1: 'J-2001' }, file: null, body: { 1: 'Akela', 2: 'Monday' }, buttons: { 0: 'J-2001' } };
    const template = { name: 'order_shipped', language: 'en_US' };
    const sent = await send(client, interaction.id, { kind: 'template', template, fill });
    expect(sent).toMatchObject({
      ok: true,
      value: { kind: 'template', interactive: { type: 'structured', template, header: { text: 'Order J-2001' } } },
    });
    await becomes(client, sent, 'delivered');
    expect((await phones.phone(AKELA)).at(-1)?.text).toContain('Hello Akela, your order is on its way');
    await phones.choose(AKELA, '*');
    const answer = await client.next('events', ({ events }) =>
      events.some(({ data }) => (data as { message?: Message }).message?.kind === 'button-reply'),
    );
    expect(JSON.stringify(answer.events)).toContain('button-1');
  });

  it('sends reply buttons and a file, each file uploaded once', async () => {
    await startServer();
    const client = await desk();
    const { interaction } = await conversation(client);
    const buttons = [{ id: 'yes', title: 'Yes' }];
    const header = { format: 'image', file: leaf } as const;
    const interactive = { type: 'buttons', header, body: 'Is it this leaf?', footer: null, buttons } as const;
    await becomes(client, await send(client, interaction.id, { kind: 'interactive', interactive }), 'delivered');
    const file = await send(client, interaction.id, {
      kind: 'file',
      mediaKind: 'image',
      file: leaf,
      caption: 'A leaf',
    });
    await becomes(client, file, 'delivered');
    const state = await (await fetch(`${simulatorUrl}/control/state`)).json();
    expect(state).toMatchObject({ media: 1 });
    expect((await phones.phone(AKELA)).slice(-2).map(({ kind }) => kind)).toEqual(['interactive', 'image']);
  });

  it('is told in words when a file is refused or gone', async () => {
    await startServer();
    const client = await desk();
    const { interaction } = await conversation(client);
    const file = (name: string): OutboundContent => ({
      ...{ kind: 'file', mediaKind: 'document' },
      file: { from: 'library', responseId: 'x', name },
    });
    const refused = await becomes(client, await send(client, interaction.id, file('empty.pdf')), 'failed');
    expect(refused).toMatchObject({ error: { code: '100' } });
    const gone = await becomes(client, await send(client, interaction.id, file('gone.pdf')), 'failed');
    expect(gone).toMatchObject({ error: { code: 'file-missing', title: expect.stringContaining('gone.pdf') } });
  });

  it('has a notification fail with the reason when it is paused before it leaves, and refused afterwards', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const { interaction } = await conversation(client);
    await phones.fault({ path: '/messages', has: 'to', code: 131057, times: 1 });
    const sent = await send(client, interaction.id, followUp);
    const seen = client.frames.length;
    await phones.template('business_followup', { status: 'PAUSED' });
    while (!client.frames.slice(seen).some(({ type }) => type === 'library')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    server.clock.advance(61_000);
    expect(await becomes(client, sent, 'failed')).toMatchObject({ error: { code: 'template-not-approved' } });
    expect(await send(client, interaction.id, followUp)).toMatchObject({ error: { code: 'template-not-approved' } });
  });

  it('sees a message that was held for a look at its quality fail when the template is paused', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const { interaction } = await conversation(client);
    await phones.template('business_followup', { held: true });
    const sent = await send(client, interaction.id, followUp);
    await becomes(client, sent, 'handed-over');
    await phones.template('business_followup', { status: 'PAUSED' });
    expect(await becomes(client, sent, 'failed')).toMatchObject({ error: { code: '132015' } });
  });
});
