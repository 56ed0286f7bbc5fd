import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnyEvent } from '#shared/domain/events.ts';
import { interactionSnapshotSchema } from '#shared/domain/interaction.ts';
import type { ServerFrame } from '#shared/protocol/frames.ts';
import { DeskClient } from '../support/desk-client.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

async function connect(agent: string, from?: { cursor: number; serverId: string }) {
  const { token } = await server.logIn(agent);
  const desk = await DeskClient.connect(server.url, token, from);
  return { desk, token, welcome: await desk.welcome() };
}

/** Ready, offered what the customer wrote, and accepted. */
async function serve(desk: DeskClient, text = 'first') {
  await desk.request('agent.set-state', { state: 'ready' });
  await server.customerWrites(text);
  const { introduces } = await desk.next('events', (frame) => frame.introduces.length > 0);
  const interaction = introduces[0]?.interaction;
  if (!interaction?.offer) throw new Error('nothing was offered');
  const accepted = await desk.request('offer.accept', { offerId: interaction.offer.id });
  expect(accepted.ok).toBe(true);
  return interaction.id;
}

const brings = (text: string) => (frame: Extract<ServerFrame, { type: 'events' }>) =>
  frame.events.some((event) => textOf(event) === text);

function textOf(event: AnyEvent): string | undefined {
  return (event.data as { message?: { text?: string } }).message?.text;
}

function events(desk: DeskClient): AnyEvent[] {
  return desk.frames.flatMap((frame) => (frame.type === 'events' ? frame.events : []));
}

function lastCursor(desk: DeskClient): number {
  return Math.max(...desk.frames.map((frame) => ('cursor' in frame ? frame.cursor : 0)));
}

describe('a desk that is connected', () => {
  beforeEach(async () => {
    server = await TestServer.start();
  });

  it('is told what happens to its interactions, in order and without holes', async () => {
    const { desk } = await connect('kaa');
    const id = await serve(desk);
    for (const text of ['second', 'third']) await server.customerWrites(text);
    await desk.next('events', brings('third'));
    const seqs = events(desk)
      .filter((event) => event.stream === `interaction:${id}`)
      .map((event) => event.seq);
    expect(seqs).toEqual(seqs.map((_, i) => (seqs[0] ?? 0) + i));
    expect(desk.told).toEqual([...desk.told].sort((a, b) => a - b));
    await desk.drop();
  });

  it('is not told of interactions that are not theirs, and may not ask for them', async () => {
    const { desk } = await connect('kaa');
    const other = (await connect('baloo')).desk;
    const id = await serve(desk);
    const get = await other.request('interaction.get', { interactionId: id });
    expect(get).toMatchObject({ ok: false, error: { code: 'not-yours' } });
    expect(events(other).filter((event) => event.stream.startsWith('interaction:'))).toEqual([]);
    await Promise.all([desk.drop(), other.drop()]);
  });

  it('fills a gap by asking for the interaction', async () => {
    const { desk } = await connect('kaa');
    const id = await serve(desk);
    await server.customerWrites('second');
    const answer = await desk.request('interaction.get', { interactionId: id });
    if (!answer.ok) throw new Error(answer.error.code);
    const snapshot = interactionSnapshotSchema.parse(answer.value);
    expect(snapshot.messages.map((message) => message.text)).toEqual(['first', 'second']);
    const newest = events(desk).filter((event) => event.stream === `interaction:${id}`);
    expect(snapshot.interaction.seq).toBeGreaterThanOrEqual(newest.at(-1)?.seq ?? 0);
    await desk.drop();
  });

  it('may acknowledge what it was told', async () => {
    const { desk } = await connect('kaa');
    await serve(desk);
    desk.send({ type: 'ack', cursor: lastCursor(desk) });
    expect(await desk.request('agent.set-state', { state: 'not-ready' })).toMatchObject({ ok: true });
    await desk.drop();
  });
});

describe('a desk that comes back', () => {
  beforeEach(async () => {
    server = await TestServer.start();
  });

  it('gets exactly what it missed', async () => {
    const { desk, token, welcome } = await connect('kaa');
    await serve(desk);
    const cursor = lastCursor(desk);
    await desk.drop();
    const missed = ['while', 'you', 'were', 'away'];
    for (const text of missed) await server.customerWrites(text);
    const back = await DeskClient.connect(server.url, token, { cursor, serverId: welcome.serverId });
    expect(await back.welcome()).toMatchObject({ mode: 'delta', snapshot: null });
    await back.next('events', brings('away'));
    expect(back.told.every((told) => told > cursor)).toBe(true);
    expect(new Set(back.told).size).toBe(back.told.length);
    expect(events(back).map(textOf).filter(Boolean)).toEqual(missed);
    await back.drop();
  });

  it('gets nothing twice when nothing happened, and the log goes on', async () => {
    const { desk, token, welcome } = await connect('kaa');
    await serve(desk);
    await desk.request('agent.set-state', { state: 'not-ready' });
    const settled = await desk.next('events', (frame) =>
      frame.events.some((e) => JSON.stringify(e).includes('not-ready')),
    );
    await desk.drop();
    const from = { cursor: settled.cursor, serverId: welcome.serverId };
    const back = await DeskClient.connect(server.url, token, from);
    await back.welcome();
    await server.customerWrites('new');
    await back.next('events', brings('new'));
    expect(events(back).map(textOf).filter(Boolean)).toEqual(['new']);
    await back.drop();
  });

  it('to a server that was stopped and started resumes as well', async () => {
    const { desk, token, welcome } = await connect('kaa');
    const id = await serve(desk);
    const cursor = lastCursor(desk);
    await server.halt();
    await server.resume();
    await server.customerWrites('after the restart');
    const back = await DeskClient.connect(server.url, token, { cursor, serverId: welcome.serverId });
    expect((await back.welcome()).mode).toBe('delta');
    await back.next('events', brings('after the restart'));
    expect(events(back).every((event) => event.cursor > cursor)).toBe(true);
    expect(await back.request('interaction.get', { interactionId: id })).toMatchObject({ ok: true });
    await back.drop();
  });

  it.each([
    ['of another server', { cursor: 1, serverId: 'another' }],
    ['of no server', { cursor: 1, serverId: null }],
    ['of the future', { cursor: 1_000_000, serverId: 'own' }],
    ['at the beginning', { cursor: 0, serverId: 'own' }],
  ])('with a cursor %s gets its whole picture', async (_what, { cursor, serverId }) => {
    const { desk, token, welcome } = await connect('kaa');
    const id = await serve(desk);
    await desk.drop();
    const own = serverId === 'own' ? welcome.serverId : serverId;
    const back = await DeskClient.connect(server.url, token, { cursor, serverId: own });
    const answer = await back.welcome();
    expect(answer.mode).toBe('snapshot');
    expect(answer.snapshot?.interactions.map((one) => one.interaction.id)).toEqual([id]);
    expect(back.told).toEqual([]);
    await back.drop();
  });
});

describe('a desk that does not take what it is sent', () => {
  const BOUND = 256 * 1024;

  beforeEach(async () => {
    server = await TestServer.start({ outgoingBound: BOUND });
  });

  const resyncs = async () => {
    const { body } = await server.get('/metrics');
    return Number(/^replydesk_desk_resyncs_total (\d+)/m.exec(String(body))?.[1] ?? 0);
  };

  it('is sent a snapshot once it takes things again, and then follows', async () => {
    const { desk } = await connect('kaa');
    const id = await serve(desk);
    desk.socket.pause();
    // The operating system buffers some megabytes before the server notices.
    const long = 'x'.repeat(60_000);
    let written = 1;
    while ((await resyncs()) === 0 && written < 1000) {
      await Promise.all(Array.from({ length: 10 }, () => server.customerWrites(long)));
      written += 10;
    }
    expect(await resyncs()).toBe(1);
    desk.socket.resume();
    const resync = await desk.next('snapshot');
    expect(resync.reason).toContain('too slow');
    const [held] = resync.snapshot.interactions;
    expect(held?.interaction).toMatchObject({ id, messageCount: written });
    expect(events(desk).filter((event) => textOf(event) === long).length).toBeLessThan(written - 1);
    await server.customerWrites('the latest');
    const after = await desk.next('events', brings('the latest'));
    expect(after.events.at(-1)?.seq).toBeGreaterThan(held?.interaction.seq ?? 0);
    expect(await desk.request('agent.set-state', { state: 'not-ready' })).toMatchObject({ ok: true });
    await desk.drop();
  });
});
