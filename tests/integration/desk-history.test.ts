import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '#shared/domain/interaction.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
let desk: TestDesk;

beforeEach(async () => {
  server = await TestServer.start();
  desk = await TestDesk.signedIn({ server: { url: server.url } });
});

afterEach(async () => {
  await desk.end();
  await server.stop().catch(() => {});
});

/** A customer writes, it is taken here, and unless it is the last, marked done. */
async function session(text: string, { done }: { readonly done: boolean }): Promise<Interaction> {
  await server.customerWrites(text);
  const taken = await desk.takeFirst();
  server.clock.advance(1_000);
  if (!done) return taken;
  unwrap(await desk.desk.done({ interactionId: taken.id, dispositionCode: null, note: null }));
  await desk.until((view) => view.interactions.length === 0);
  return taken;
}

function earlier({ id, createdAt }: Pick<Interaction, 'id' | 'createdAt'>, from: 'cache' | 'server', count = 10) {
  const params = { interactionId: id, before: { id, createdAt }, count, allChannels: false, from };
  return desk.desk.earlierSessions(params);
}

const texts = (page: Awaited<ReturnType<typeof earlier>>) =>
  unwrap(page).sessions.map(({ messages }) => messages.map(({ text }) => text));

describe('the sessions before the one at hand', () => {
  it('come from the server, newest first, as many as are wanted', async () => {
    await session('first', { done: true });
    await session('second', { done: true });
    const now = await session('third', { done: false });
    expect(texts(await earlier(now, 'server', 1))).toEqual([['second']]);
    const all = await earlier(now, 'server');
    expect(texts(all)).toEqual([['second'], ['first']]);
    expect(unwrap(all)).toMatchObject({ hasEarlier: false, sessions: [{ hasOlder: false }, { hasOlder: false }] });
  });

  it('are there without the server once they were seen, and are searched', async () => {
    await session('the first okapi', { done: true });
    const now = await session('another okapi', { done: false });
    unwrap(await earlier(now, 'server'));
    await server.stop();
    await desk.until((view) => view.connection.state !== 'connected');
    expect(texts(await earlier(now, 'cache'))).toEqual([['the first okapi']]);
    expect(await earlier(now, 'server')).toMatchObject({ ok: false, error: { retryable: true } });
    const hits = unwrap(await desk.desk.searchTranscript({ interactionId: now.id, typed: 'oka' }));
    expect(hits.map(({ message }) => message.text)).toEqual(['another okapi', 'the first okapi']);
    expect(hits[0]?.session).toEqual({ id: now.id, createdAt: now.createdAt });
  });

  it('are not told of an interaction that is not on this desk', async () => {
    const past = await session('gone', { done: true });
    expect(await earlier(past, 'cache')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await desk.desk.searchTranscript({ interactionId: past.id, typed: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('that went on elsewhere are read anew, whatever the cache had of them', async () => {
    const other = await TestDesk.signedIn({ server: { url: server.url }, agent: 'baloo' });
    await server.customerWrites('begun here');
    const begun = await desk.takeFirst();
    unwrap(await desk.desk.logOut());
    const there = await other.takeFirst();
    expect(there.id).toBe(begun.id);
    unwrap(await other.send(there.id, 'ended there'));
    await other.transcript(there.id, (messages) =>
      messages.some(({ arrivalOrder, text }) => text === 'ended there' && arrivalOrder > 0),
    );
    unwrap(await other.desk.done({ interactionId: there.id, dispositionCode: null, note: null }));
    await other.end();
    unwrap(await desk.logIn());
    await desk.connected();
    server.clock.advance(1_000);
    const now = await session('once more', { done: false });
    expect(texts(await earlier(now, 'server'))).toEqual([['begun here', 'ended there']]);
  });
});
