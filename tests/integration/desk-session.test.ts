import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Unfinished } from '#shared/ipc/unfinished.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { TestServer } from '../support/test-server.ts';

/** A list that somebody has begun. */
const list: Unfinished = {
  notification: null,
  interactive: {
    form: {
      ...{ type: 'list', header: null, body: 'When may we', footer: '', buttons: [], listButton: '', sections: [] },
      ...{ linkTitle: '', url: '' },
    },
    ownFile: null,
  },
  attached: [],
  firstMessage: '',
};

let server: TestServer;
let proxy: TcpProxy;
const desks: TestDesk[] = [];

beforeEach(async () => {
  server = await TestServer.start();
  proxy = await TcpProxy.start(server.url);
});

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.end();
  await proxy.stop();
  await server.stop();
});

async function start(agent = 'kaa'): Promise<TestDesk> {
  const desk = await TestDesk.start({ server: { url: proxy.url, key: 'test' }, agent });
  desks.push(desk);
  return desk;
}

async function signedIn(agent = 'kaa'): Promise<TestDesk> {
  const desk = await start(agent);
  await desk.logIn();
  await desk.connected();
  return desk;
}

describe('signing in', () => {
  it('shows who the agent is and what the server is set up for', async () => {
    const desk = await start();
    expect(desk.view).toMatchObject({ session: { phase: 'signed-out' }, connection: { state: 'signed-out' } });
    expect(await desk.logIn()).toMatchObject({ ok: true });
    expect((await desk.connected()).session).toMatchObject({
      phase: 'signed-in',
      agent: { name: 'kaa', displayName: 'Kaa Sample', firstName: 'Kaa' },
      status: { state: 'not-ready' },
      directory: { channels: [{ name: 'jungle' }] },
      trial: true,
    });
    expect(desk.updates.map((update) => update.version)).toEqual(desk.updates.map((_, index) => index + 1));
  });

  it('with a wrong password is refused and leaves nothing behind', async () => {
    const desk = await start();
    expect(await desk.logIn('guess')).toMatchObject({ ok: false, error: { code: 'login-failed' } });
    expect(desk.view.session.phase).toBe('signed-out');
    expect(desk.kept.session).toBeNull();
  });

  it('is not possible while the server is away, and says so', async () => {
    proxy.setDown(true);
    const desk = await start();
    expect(await desk.logIn()).toMatchObject({ ok: false, error: { code: 'server-unreachable', retryable: true } });
    expect(await desk.desk.trialAgents()).toMatchObject({ ok: false, error: { code: 'server-unreachable' } });
    proxy.setDown(false);
    expect(await desk.logIn()).toMatchObject({ ok: true });
  });

  it('a second time elsewhere signs the first desk out, with the reason, for good', async () => {
    const first = await signedIn();
    await server.customerWrites('hello');
    await first.takeFirst();
    const second = await signedIn();
    const { session, connection, interactions, notices } = await first.until((v) => v.session.phase === 'signed-out');
    expect(connection).toMatchObject({ state: 'signed-out', retryAt: null, error: { code: 'session-superseded' } });
    expect(notices).toMatchObject([{ code: 'session-superseded', message: expect.stringContaining('another desk') }]);
    expect([session.agent, interactions]).toEqual([null, []]);
    expect(first.kept.session).toBeNull();
    expect((await second.connected()).interactions).toHaveLength(1);
  });
});

describe('signing out', () => {
  it('ends the session at the server and forgets it here', async () => {
    const desk = await signedIn();
    await desk.desk.setUnfinished({ place: 'new-session:{}', unfinished: list });
    expect(await desk.desk.logOut()).toEqual({ ok: true, value: {} });
    expect(desk.view).toMatchObject({ session: { phase: 'signed-out' }, notices: [], unfinished: {} });
    await desk.desk.setUnfinished({ place: 'new-session:{}', unfinished: list });
    expect(desk.view.unfinished).toEqual({});
    expect(desk.kept.session).toBeNull();
    await desk.restart();
    expect(desk.view.session.phase).toBe('signed-out');
    expect(await desk.logIn()).toMatchObject({ ok: true });
    await desk.connected();
  });
});

describe('a kept session', () => {
  it('paints from the cache before the server is there, and goes on when it comes', async () => {
    const desk = await signedIn();
    await server.customerWrites('hello');
    const { id } = await desk.takeFirst();
    await desk.desk.setDraft({ interactionId: id, text: 'half a sen' });
    await desk.desk.setNote({ interactionId: id, text: 'order JC-1' });
    await desk.desk.setUnfinished({ place: id, unfinished: list });
    await desk.desk.setUnfinished({ place: 'new-session:{}', unfinished: list });
    proxy.setDown(true);
    await desk.restart();
    const painted = desk.view;
    expect(painted.session).toMatchObject({ phase: 'restoring', agent: { firstName: 'Kaa' }, trial: true });
    expect(painted.interactions).toMatchObject([
      { interaction: { id }, draft: 'half a sen', note: 'order JC-1', unread: 1 },
    ]);
    expect(painted.unfinished).toEqual({ [id]: list, 'new-session:{}': list });
    const transcript = await desk.transcript(id, (messages) => messages.length > 0);
    expect(transcript.map((message) => message.text)).toEqual(['hello']);
    await desk.until((view) => view.connection.state !== 'connecting' && view.connection.retryAt !== null);
    expect(await desk.logIn()).toMatchObject({ ok: false, error: { code: 'already-signed-in' } });
    proxy.setDown(false);
    desk.desk.retryConnection();
    expect((await desk.connected()).interactions).toMatchObject([{ interaction: { id, stage: 'assigned' } }]);
  });

  it('keeps nothing that was begun in an interaction that is done', async () => {
    const desk = await signedIn();
    await server.customerWrites('hello');
    const { id } = await desk.takeFirst();
    await desk.desk.setDraft({ interactionId: id, text: 'half a sen' });
    await desk.desk.setNote({ interactionId: id, text: 'order JC-1' });
    await desk.desk.setUnfinished({ place: id, unfinished: list });
    unwrap(await desk.desk.done({ interactionId: id, dispositionCode: null, note: 'order JC-1' }));
    expect((await desk.until((view) => view.interactions.length === 0)).unfinished).toEqual({});
    await desk.desk.setUnfinished({ place: id, unfinished: list });
    await desk.stop();
    const folder = join(desk.kept.folder, 'cache');
    const file = readdirSync(folder).find((name) => name.endsWith('.sqlite'));
    const database = new Database(join(folder, file ?? ''), { readonly: true });
    for (const table of ['drafts', 'notes', 'unfinished'])
      expect(database.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    expect(database.prepare('SELECT id FROM messages').all()).toHaveLength(1);
    database.close();
  });

  it('waits for the address of a server that starts later', async () => {
    const desk = await signedIn();
    await desk.restart(null);
    expect(desk.view).toMatchObject({
      session: { phase: 'restoring' },
      connection: { state: 'connecting', retryAt: null, serverUrl: '' },
    });
    desk.desk.useServer({ url: proxy.url, key: 'test' });
    await desk.connected();
  });

  it('is left alone by another server, and found again by its own', async () => {
    const desk = await signedIn();
    await desk.restart({ url: proxy.url, key: 'elsewhere' });
    expect(desk.view.session.phase).toBe('signed-out');
    expect(desk.kept.session).not.toBeNull();
    desk.desk.useServer({ url: proxy.url, key: 'test' });
    await desk.connected();
  });

  it('gets a new token when the old one has expired, and loses nothing by it', async () => {
    const desk = await signedIn();
    const before = desk.kept.session;
    await desk.stop();
    server.clock.advance(16 * 60_000);
    await desk.restart();
    await desk.connected();
    expect(desk.kept.session?.refreshToken).not.toBe(before?.refreshToken);
  });

  it('that the server does not know any more ends with a sentence', async () => {
    const desk = await signedIn();
    await desk.stop();
    const kept = desk.kept.session;
    if (kept) desk.kept.session = { ...kept, token: 'nonsense', refreshToken: 'nonsense' };
    await desk.restart();
    const { connection } = await desk.until((view) => view.session.phase === 'signed-out');
    expect(connection.error).toMatchObject({ code: 'session-expired', message: expect.stringContaining('Sign in') });
    expect(desk.kept.session).toBeNull();
  });
});
