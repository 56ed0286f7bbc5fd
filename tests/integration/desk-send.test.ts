import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
let proxy: TcpProxy;
let desk: TestDesk;
let interactionId: string;

beforeEach(async () => {
  server = await TestServer.start();
  proxy = await TcpProxy.start(server.url);
  desk = await TestDesk.signedIn({ server: { url: proxy.url, key: 'test' } });
  await server.customerWrites('hello');
  interactionId = (await desk.takeFirst()).id;
});

afterEach(async () => {
  await desk.end();
  await proxy.stop();
  await server.stop();
});

/** Texts of the business, as the server has them. */
async function atServer(): Promise<string[]> {
  const token = await server.administratorToken();
  const { body } = await server.get(`/api/v1/interactions/${interactionId}/messages?limit=200`, token);
  const items: { direction: string; text: string }[] = body.messages ?? body.items;
  return items.filter((message) => message.direction === 'out').map((message) => message.text);
}

const texts = (count: number, name = 'm'): string[] => Array.from({ length: count }, (_, n) => `${name}${n}`);

const sent = (view: TestDesk['view']): boolean => view.connection.queuedSends === 0;

describe('sending', () => {
  it('shows a message as queued when it is on disk, as accepted when the server has it', async () => {
    const message = unwrap(await desk.send(interactionId, 'welcome'));
    expect(message).toMatchObject({ status: 'queued', arrivalOrder: 0, direction: 'out', sender: { id: 'kaa' } });
    await desk.until(sent);
    const shown = await desk.transcript(interactionId, (messages) => messages.length === 2);
    expect(shown[1]).toMatchObject({ id: message.id, text: 'welcome', status: 'accepted' });
    const changes = desk.updates.flatMap((update) => update.changes);
    const statuses = changes.flatMap((c) =>
      c.type === 'message' && c.message.id === message.id ? c.message.status : [],
    );
    // Once more `accepted` when the server says why it waits there: this one has no provider.
    expect(statuses.filter((status, index) => status !== statuses[index - 1])).toEqual(['queued', 'accepted']);
  });

  it('sends once and in order what was pressed while the connection is cut again and again', async () => {
    for (const [n, text] of texts(30).entries()) {
      unwrap(await desk.send(interactionId, text));
      if (n % 4 === 0) proxy.cut();
    }
    await desk.until(sent);
    expect(await atServer()).toEqual(texts(30));
    const shown = await desk.transcript(interactionId, (messages) => messages.length === 31);
    expect(shown.slice(1).map((message) => message.text)).toEqual(texts(30));
  });

  it('sends once what the server took without being able to say so', async () => {
    proxy.setDelay(500);
    unwrap(await desk.send(interactionId, 'once'));
    // It has arrived; the answer is still on its way back when the line is cut.
    await vi.waitFor(async () => expect(await atServer()).toEqual(['once']), { timeout: 5_000, interval: 10 });
    proxy.cut();
    proxy.setDelay(0);
    await desk.until(sent);
    expect(await atServer()).toEqual(['once']);
  });

  it('keeps what is written offline over a restart, and sends it with the ids it had', async () => {
    proxy.setDown(true);
    await desk.until((view) => view.connection.state === 'reconnecting');
    const first = unwrap(await desk.send(interactionId, 'offline 1'));
    unwrap(await desk.send(interactionId, 'offline 2'));
    expect(desk.view.connection.queuedSends).toBe(2);
    await desk.restart();
    expect(desk.view.connection.queuedSends).toBe(2);
    const queued = await desk.transcript(interactionId, (messages) => messages.length === 3);
    expect(queued.map((message) => [message.text, message.status])).toEqual([
      ['hello', 'received'],
      ['offline 1', 'queued'],
      ['offline 2', 'queued'],
    ]);
    proxy.setDown(false);
    desk.desk.retryConnection();
    await desk.until(sent);
    expect(await atServer()).toEqual(['offline 1', 'offline 2']);
    const shown = await desk.transcript(interactionId, (m) => m.every((message) => message.status !== 'queued'));
    expect(shown[1]?.id).toBe(first.id);
  });

  it('clears the draft it came from, and no other', async () => {
    await desk.desk.setDraft({ interactionId, text: 'good morn' });
    unwrap(await desk.send(interactionId, 'good morning'));
    expect(desk.view.interactions[0]?.draft).toBe('');
    await desk.desk.setDraft({ interactionId, text: 'and another' });
    unwrap(await desk.send(interactionId, 'a standard response'));
    expect(desk.view.interactions[0]?.draft).toBe('and another');
  });

  it('is refused without text, and in a conversation of nobody’s', async () => {
    expect(await desk.send(interactionId, ' \n')).toMatchObject({ ok: false, error: { code: 'text-empty' } });
    expect(await desk.send('nowhere', 'x')).toMatchObject({ ok: false, error: { code: 'not-yours' } });
  });
});

describe('a message the server refuses', () => {
  it('stays with its reason over a restart, and is replaced by the one that is sent again', async () => {
    const long = 'x'.repeat(10_000);
    const { id } = unwrap(await desk.send(interactionId, long));
    const failed = await desk.transcript(interactionId, (m) => m.some((message) => message.status === 'failed'));
    expect(failed.at(-1)).toMatchObject({
      id,
      error: { code: expect.any(String), title: expect.stringMatching(/.+/) },
    });
    expect(desk.view.interactions).toMatchObject([{ failures: [id] }]);
    await desk.restart();
    // As before, and before anybody has asked for the transcript.
    expect((await desk.connected()).interactions).toMatchObject([{ failures: [id] }]);
    await desk.transcript(interactionId, (m) => m.some((message) => message.status === 'failed'));
    const [again, twice] = await Promise.all([
      desk.desk.retry({ interactionId, messageId: id }),
      desk.desk.retry({ interactionId, messageId: id }),
    ]);
    expect(again.ok).toBe(true);
    expect(twice).toMatchObject({ ok: false, error: { code: 'already-retried' } });
    const shown = await desk.transcript(interactionId, (m) => m.some((message) => message.status === 'failed'));
    expect(shown).toHaveLength(2);
    const newId = shown[1]?.id ?? '';
    expect(newId > id).toBe(true);
    expect(await desk.desk.discard({ messageId: newId })).toEqual({ ok: true, value: {} });
    await desk.transcript(interactionId, (messages) => messages.length === 1);
  });

  it('is told in a notice when its conversation is no longer here', async () => {
    proxy.setDown(true);
    await desk.until((view) => view.connection.state === 'reconnecting');
    const words = `too late\n${'for these words '.repeat(10)}and all of them`;
    unwrap(await desk.send(interactionId, words));
    await server.halt();
    server.clock.advance(10 * 60_000);
    await server.resume();
    // The desk was away for longer than the server waits for it.
    server.clock.advance(10 * 60_000);
    proxy.retarget(server.url);
    proxy.setDown(false);
    desk.desk.retryConnection();
    const { notices, interactions } = await desk.until((view) => view.notices.length > 0);
    expect(interactions).toEqual([]);
    expect(notices).toMatchObject([{ code: 'send-failed', message: expect.stringContaining('too late'), words }]);
    desk.desk.dismissNotice({ id: notices[0]?.id ?? '' });
    await desk.restart();
    expect((await desk.connected()).notices).toEqual([]);
  });
});

describe('coming back', () => {
  it('brings exactly what was missed', async () => {
    proxy.setDown(true);
    await desk.until((view) => view.connection.state === 'reconnecting');
    for (const text of texts(5, 'missed ')) await server.customerWrites(text);
    const before = desk.updates.length;
    proxy.setDown(false);
    desk.desk.retryConnection();
    await desk.connected();
    const shown = await desk.transcript(interactionId, (messages) => messages.length === 6);
    expect(shown.slice(1).map((message) => message.text)).toEqual(texts(5, 'missed '));
    const changes = desk.updates.slice(before).flatMap((update) => update.changes);
    // A delta, not a new picture: no page has to read its transcript anew.
    expect(changes.some((change) => change.type === 'transcript-reset')).toBe(false);
    expect(desk.view.interactions).toMatchObject([{ unread: 6, stale: false }]);
  });

  it('is noticed to be needed when the wire is silent', async () => {
    proxy.setSilent(true);
    unwrap(await desk.send(interactionId, 'into the void'));
    proxy.setSilent(false);
    proxy.cut();
    await desk.until(sent);
    expect(await atServer()).toEqual(['into the void']);
  });
});

describe('older messages', () => {
  it('come from the cache, and from the server where the cache ends', async () => {
    for (const text of texts(230, 'old ')) await server.customerWrites(text);
    await desk.until((view) => view.interactions[0]?.interaction.messageCount === 231);
    await desk.end();
    // A desk that has never seen this conversation gets its newest messages only.
    desk = await TestDesk.signedIn({ server: { url: proxy.url, key: 'test' } });
    const newest = unwrap(await desk.desk.openTranscript({ interactionId }));
    expect(newest).toMatchObject({ hasOlder: true });
    expect(newest.messages).toHaveLength(200);
    const before = newest.messages[0]?.arrivalOrder ?? 0;
    const older = unwrap(await desk.desk.olderMessages({ interactionId, before, limit: 100 }));
    expect(older.messages.map((message) => message.text)).toEqual(['hello', ...texts(30, 'old ')]);
    expect(older.hasOlder).toBe(false);
    await desk.desk.markSeen({ interactionId: null });
    proxy.setDown(true);
    await desk.restart();
    const cached = unwrap(await desk.desk.olderMessages({ interactionId, before, limit: 100 }));
    expect(cached).toEqual(older);
  });
});

describe('an interaction', () => {
  it('is not marked done while answers to it wait', async () => {
    proxy.setDown(true);
    await desk.until((view) => view.connection.state === 'reconnecting');
    unwrap(await desk.send(interactionId, 'wait for me'));
    const done = { interactionId, dispositionCode: 'resolved', note: null };
    expect(await desk.desk.done(done)).toMatchObject({ ok: false, error: { code: 'sends-waiting', retryable: true } });
    proxy.setDown(false);
    desk.desk.retryConnection();
    await desk.until(sent);
    expect(await desk.desk.done(done)).toEqual({ ok: true, value: {} });
    await desk.until((view) => view.interactions.length === 0);
  });
});
