import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import { SystemClock } from '#shared/clock.ts';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message, MessageStatus } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { TemplateList } from '#shared/domain/template.ts';
import type { Result } from '#shared/result.ts';
import { settingsSchema } from '#simulator/settings.ts';
import { Simulator } from '#simulator/simulator.ts';
import { DeskClient } from './desk-client.ts';
import { SimulatorClient } from './simulator-client.ts';
import { APP_SECRET, TestServer, VERIFY_TOKEN } from './test-server.ts';

export const AKELA = '16145550123';
const settings = settingsSchema.parse({});
const NUMBER = settings.phoneNumbers[0]?.id ?? '';
export const TOKEN = 'access-token-of-tests';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export let simulator: Simulator;
export let phones: SimulatorClient;
export let simulatorUrl: string;
export let server: TestServer;
let desks: DeskClient[];
let ids: number;

export const channel = (more = '') => `
[channel-jungle]
graph-url = ${simulatorUrl}
business-account-id = ${settings.businessAccountId}
${more}
`;

/** A simulator for each test; the server is the test's to start. */
export function eachWithSimulator(): void {
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
}

export async function startServer(more = channel()): Promise<void> {
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

export async function desk(agent = 'kaa'): Promise<DeskClient> {
  const { token } = await server.logIn(agent);
  const client = await DeskClient.connect(server.url, token);
  desks.push(client);
  await client.welcome();
  return client;
}

export function listOf(result: Result<unknown>): TemplateList {
  if (!result.ok) throw new Error(result.error.message);
  return result.value as TemplateList;
}

export async function list(client: DeskClient): Promise<TemplateList> {
  return listOf(await client.request('template.list', { channel: 'jungle' }));
}

export const named = ({ templates }: TemplateList, name: string) => templates.find((one) => one.name === name);

/** The list once it fits. */
export async function listed(client: DeskClient, fits: (list: TemplateList) => boolean): Promise<TemplateList> {
  for (let round = 0; round < 100; round += 1) {
    const now = await list(client);
    if (fits(now)) return now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not in time: ${JSON.stringify(await list(client)).slice(0, 500)}`);
}

export const filled = (now: TemplateList) => now.refreshedAt !== null;

export async function conversation(client: DeskClient): Promise<InteractionSnapshot> {
  await client.request('agent.set-state', { state: 'ready' });
  await phones.write(AKELA, 'Akela', 'Hello');
  const frame = await client.next('events', ({ events }) => events.some(({ kind }) => kind === 'interaction.offered'));
  const offer = frame.events.find(({ kind }) => kind === 'interaction.offered')?.data as { id: string };
  const accepted = await client.request('offer.accept', { offerId: offer.id });
  if (!accepted.ok) throw new Error(accepted.error.message);
  return accepted.value as InteractionSnapshot;
}

export async function send(
  client: DeskClient,
  interactionId: string,
  content: OutboundContent,
): Promise<Result<unknown>> {
  ids += 1;
  return client.request('message.send', { id: `01TEMPLATE${String(ids).padStart(16, '0')}`, interactionId, content });
}

export async function becomes(client: DeskClient, sent: Result<unknown>, wanted: MessageStatus): Promise<unknown> {
  if (!sent.ok) throw new Error(sent.error.message);
  const { id } = sent.value as Message;
  const fits = ({ kind, data }: { kind: string; data?: unknown }) => {
    const change = data as { messageId?: string; status?: string };
    return kind === 'message.status-changed' && change.messageId === id && change.status === wanted;
  };
  return (await client.next('events', ({ events }) => events.some(fits))).events.find(fits)?.data;
}

export const noFill = { header: {}, file: null, body: {}, buttons: {} };
export const followUp: OutboundContent = {
  kind: 'template',
  template: { name: 'business_followup', language: 'en' },
  fill: { ...noFill, body: { 1: 'It is on its way.' } },
};
export const leaf = { from: 'library', responseId: 'leaf', name: 'leaf.png' } as const;
