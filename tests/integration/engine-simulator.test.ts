import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message, MessageStatus } from '#shared/domain/message.ts';
import { trialAgentsSchema } from '#shared/protocol/login.ts';
import { DeskClient } from '../support/desk-client.ts';
import { type Stack, startStack } from '../support/stack.ts';

const ROSA = '4915550000001';
const ACCEPTED_PATH = '/messages';

let stack: Stack;
let desks: DeskClient[];
let ids: number;

beforeEach(async () => {
  stack = await startStack();
  desks = [];
  ids = 0;
});
afterEach(async () => {
  for (const desk of desks) desk.socket.terminate();
  await stack.stop();
});

/** The first sample agent's desk, connected and ready. */
async function readyDesk(): Promise<DeskClient> {
  const { url } = stack.server;
  const [agent] = trialAgentsSchema.parse(await (await fetch(`${url}/trial/agents`)).json());
  if (!agent) throw new Error('the sample has no agents');
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ agent: agent.name, password: agent.password });
  const response = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers, body });
  const { token } = (await response.json()) as { token: string };
  const desk = await DeskClient.connect(url, token);
  desks.push(desk);
  await desk.welcome();
  await desk.request('agent.set-state', { state: 'ready' });
  return desk;
}

/** Accepts what is offered next. */
async function accept(desk: DeskClient): Promise<InteractionSnapshot> {
  const frame = await desk.next('events', ({ events }) => events.some(({ kind }) => kind === 'interaction.offered'));
  const offer = frame.events.find(({ kind }) => kind === 'interaction.offered')?.data as { id: string };
  const result = await desk.request('offer.accept', { offerId: offer.id });
  if (!result.ok) throw new Error(result.error.message);
  return result.value as InteractionSnapshot;
}

async function send(desk: DeskClient, interactionId: string, text: string): Promise<string> {
  ids += 1;
  const id = `01SAMPLE${String(ids).padStart(18, '0')}`;
  const result = await desk.request('message.send', { id, interactionId, content: { kind: 'text', text } });
  expect(result).toMatchObject({ ok: true, value: { id, status: 'accepted' } });
  return id;
}

/** Waits until the desk is told of a message's status; the event's data. */
async function status(desk: DeskClient, messageId: string, wanted: MessageStatus) {
  const fits = ({ kind, data }: { kind: string; data?: unknown }) => {
    const change = data as { messageId?: string; status?: string };
    return kind === 'message.status-changed' && change.messageId === messageId && change.status === wanted;
  };
  const frame = await desk.next('events', ({ events }) => events.some(fits));
  return frame.events.find(fits)?.data;
}

async function phoneTexts(): Promise<readonly string[]> {
  return (await stack.phones.phone(ROSA)).filter(({ direction }) => direction === 'out').map(({ text }) => text);
}

async function statusNow(desk: DeskClient, interactionId: string, messageId: string): Promise<string | undefined> {
  const result = await desk.request('interaction.get', { interactionId });
  if (!result.ok) throw new Error(result.error.message);
  const { messages } = result.value as { messages: readonly Message[] };
  return messages.find(({ id }) => id === messageId)?.status;
}

describe('server and simulator over HTTP', () => {
  it('take a message in and an answer out, up to read', async () => {
    const desk = await readyDesk();
    await stack.phones.write(ROSA, 'Rosa', 'Hello');
    const { interaction, messages } = await accept(desk);
    expect(messages.map(({ text }) => text)).toEqual(['Hello']);
    const id = await send(desk, interaction.id, 'Hello Rosa');
    await status(desk, id, 'delivered');
    expect(await stack.phones.phone(ROSA)).toMatchObject([{ text: 'Hello' }, { text: 'Hello Rosa', opaque: id }]);
    await stack.phones.read(ROSA);
    expect(await status(desk, id, 'read')).toMatchObject({ messageId: id });
  });

  it('keep the order pressed through rate limits, and lose nothing', async () => {
    const desk = await readyDesk();
    await stack.phones.write(ROSA, 'Rosa', 'Hello');
    const { interaction } = await accept(desk);
    await stack.phones.fault({ path: ACCEPTED_PATH, code: 131056, times: 1 });
    const texts = ['one', 'two', 'three'];
    const sent: string[] = [];
    for (const text of texts) sent.push(await send(desk, interaction.id, text));
    await status(desk, sent.at(-1) ?? '', 'delivered');
    expect(await phoneTexts()).toEqual(texts);
  });

  it('learn of a message whose answer was lost by its report, and send it once', async () => {
    const desk = await readyDesk();
    await stack.phones.write(ROSA, 'Rosa', 'Hello');
    const { interaction } = await accept(desk);
    await stack.phones.fault({ path: ACCEPTED_PATH, drop: true, times: 1, after: 'after-effect' });
    const first = await send(desk, interaction.id, 'one');
    const second = await send(desk, interaction.id, 'two');
    await status(desk, second, 'delivered');
    expect(await statusNow(desk, interaction.id, first)).toMatch(/^(delivered|read)$/);
    expect(await phoneTexts()).toEqual(['one', 'two']);
  });

  it('do not know of one that was lost on the way, say so after two minutes, and do not send it again', async () => {
    const desk = await readyDesk();
    await stack.phones.write(ROSA, 'Rosa', 'Hello');
    const { interaction } = await accept(desk);
    await stack.phones.fault({ path: ACCEPTED_PATH, drop: true, times: 1, after: 'before-effect' });
    const first = await send(desk, interaction.id, 'one');
    const second = await send(desk, interaction.id, 'two');
    await expect.poll(() => stack.server.output()).toContain('the answer to a send was lost');
    await stack.phones.advance(120);
    await status(desk, first, 'unknown');
    await status(desk, second, 'delivered');
    expect(await phoneTexts()).toEqual(['two']);
  });

  it('tell why a message is refused', async () => {
    const desk = await readyDesk();
    await stack.phones.write(ROSA, 'Rosa', 'Hello');
    const { interaction } = await accept(desk);
    await stack.phones.fault({ path: ACCEPTED_PATH, code: 131031, times: 1 });
    const id = await send(desk, interaction.id, 'one');
    expect(await status(desk, id, 'failed')).toMatchObject({ error: { code: '131031' } });
  });

  it('survive a kill of the server: what was accepted leaves once, and the conversation goes on', async () => {
    const desk = await readyDesk();
    await stack.phones.write(ROSA, 'Rosa', 'Hello');
    const { interaction } = await accept(desk);
    await stack.phones.fault({ path: ACCEPTED_PATH, delayMs: 1500, times: 1, after: 'after-effect' });
    const first = await send(desk, interaction.id, 'one');
    const second = await send(desk, interaction.id, 'two');
    await expect.poll(phoneTexts, { timeout: 5000 }).toEqual(['one']);
    await stack.restartServer();
    const again = await readyDesk();
    await stack.phones.advance(120);
    await status(again, second, 'delivered');
    expect(await phoneTexts()).toEqual(['one', 'two']);
    expect(await statusNow(again, interaction.id, first)).toMatch(/^(delivered|read)$/);
  }, 40_000);
});
