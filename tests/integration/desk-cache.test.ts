import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCHEMA } from '../../src/main/cache/migrations/index.ts';
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

const folder = (): string => join(desk.kept.folder, 'cache');

function cacheFile(): string {
  const name = readdirSync(folder()).find((entry) => entry.endsWith('.sqlite'));
  return join(folder(), name ?? '');
}

/** Ends the desk, does something to its file, and starts it again. */
async function whileStopped(action: (file: string) => void): Promise<void> {
  const file = cacheFile();
  await desk.stop();
  action(file);
  await desk.restart();
}

function run(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

/** Lets the messages table begin at a page that is not there, as a disk that lost a block would. */
function breakMessages(file: string): void {
  const database = new Database(file);
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  database.exec("UPDATE sqlite_schema SET rootpage = 2000000 WHERE name = 'messages'");
  // Other connections look again.
  database.pragma('schema_version = 1000');
  database.close();
}

const shownTexts = async (): Promise<string[]> =>
  unwrap(await desk.desk.openTranscript({ interactionId })).messages.map((message) => message.text);

async function offline(): Promise<void> {
  proxy.setDown(true);
  await desk.until((view) => view.connection.state === 'reconnecting');
}

function online(): void {
  proxy.setDown(false);
  desk.desk.retryConnection();
}

describe('a cache file', () => {
  it('of a newer program is left untouched; the desk goes on beside it and says so', async () => {
    let before: Buffer | undefined;
    let file = '';
    await whileStopped((path) => {
      file = path;
      run(path, `PRAGMA user_version = ${SCHEMA + 10}`);
      before = readFileSync(path);
    });
    const view = await desk.connected();
    expect(view.notices).toMatchObject([{ code: 'cache-newer', message: expect.stringContaining('newer Replydesk') }]);
    expect(view.interactions).toMatchObject([{ interaction: { id: interactionId }, stale: false }]);
    expect(await shownTexts()).toEqual(['hello']);
    await desk.stop();
    expect(before && readFileSync(file).equals(before)).toBe(true);
  });

  it('that is damaged is set aside and built anew from the server', async () => {
    await whileStopped((path) => writeFileSync(path, Buffer.alloc(20_000, 0x5a)));
    const view = await desk.connected();
    expect(view.notices).toMatchObject([{ code: 'cache-corrupt', severity: 'warning' }]);
    expect(readdirSync(folder()).some((name) => name.includes('.damaged-'))).toBe(true);
    expect(view.interactions).toMatchObject([{ interaction: { id: interactionId } }]);
    expect(await shownTexts()).toEqual(['hello']);
    await desk.restart();
    expect(desk.view.interactions).toHaveLength(1);
    expect(desk.view.notices).toEqual([]);
  });

  it('with a damaged row gets the whole picture from the server', async () => {
    await whileStopped((path) => run(path, `UPDATE interactions SET body = '{'`));
    expect(desk.view.interactions).toEqual([]);
    await desk.until((view) => view.interactions.length === 1);
    expect(await shownTexts()).toEqual(['hello']);
  });

  it('that breaks while it is in use is replaced, with what had not left', async () => {
    await offline();
    const waiting = unwrap(await desk.send(interactionId, 'not lost'));
    breakMessages(cacheFile());
    online();
    for (const text of ['one', 'two']) await server.customerWrites(text);
    const view = await desk.until(
      (v) => v.notices.some((n) => n.code === 'cache-corrupt') && !v.interactions[0]?.stale,
    );
    expect(view.interactions).toMatchObject([{ interaction: { id: interactionId, messageCount: expect.any(Number) } }]);
    await desk.until((v) => v.connection.queuedSends === 0);
    const shown = await desk.transcript(interactionId, (messages) => messages.length === 4);
    expect(shown.find((message) => message.id === waiting.id)?.status).toBe('accepted');
    await desk.restart();
    await desk.connected();
    expect((await shownTexts()).sort()).toEqual(['hello', 'not lost', 'one', 'two']);
  });
});

describe('messages that have not left', () => {
  it('are not sent when their row was damaged: put aside, and told', async () => {
    await offline();
    unwrap(await desk.send(interactionId, 'pay 100'));
    unwrap(await desk.send(interactionId, 'thank you'));
    await whileStopped((path) => run(path, `UPDATE outbox SET content = replace(content, '100', '900')`));
    expect(desk.view.notices).toMatchObject([
      { code: 'outbox-set-aside', message: expect.stringContaining('One message') },
    ]);
    online();
    await desk.until((view) => view.session.phase === 'signed-in' && view.connection.queuedSends === 0);
    const token = await server.administratorToken();
    const { body } = await server.get(`/api/v1/interactions/${interactionId}/events`, token);
    expect(JSON.stringify(body)).toContain('thank you');
    expect(JSON.stringify(body)).not.toContain('pay');
  });

  it('are put aside when another server answers at the address, with all that was known of the old one', async () => {
    const other = await TestServer.start();
    await offline();
    unwrap(await desk.send(interactionId, 'not for strangers'));
    await desk.stop();
    proxy.retarget(other.url);
    proxy.setDown(false);
    // The other server does not know the token; the agent signs in there under the same name.
    desk.kept.session = null;
    await desk.restart();
    unwrap(await desk.logIn());
    const { notices, interactions } = await desk.until((view) => view.notices.length > 0);
    expect(notices).toMatchObject([
      { code: 'outbox-set-aside', message: expect.stringContaining('another messaging server') },
    ]);
    expect(interactions).toEqual([]);
    await desk.restart();
    expect(await desk.connected()).toMatchObject({ interactions: [], notices: [], connection: { queuedSends: 0 } });
    await desk.stop();
    await other.stop();
  });
});
