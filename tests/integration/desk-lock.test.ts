import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { PASSWORD, TestServer } from '../support/test-server.ts';

let server: TestServer;
let proxy: TcpProxy;
let desk: TestDesk;

beforeEach(async () => {
  server = await TestServer.start();
  proxy = await TcpProxy.start(server.url);
  desk = await TestDesk.signedIn({ server: { url: proxy.url, key: 'test' } });
});

afterEach(async () => {
  await desk.end();
  await proxy.stop();
  await server.stop();
});

const locked = () => desk.view.session.locked;

describe('a locked desk', () => {
  it('opens to the right password only, and is locked again after a restart until then', async () => {
    unwrap(await desk.desk.lock('agent'));
    expect(await desk.desk.unlock({ password: 'guess' })).toMatchObject({ error: { code: 'password-wrong' } });
    await desk.restart();
    await desk.connected();
    expect(locked()).toBe('agent');
    unwrap(await desk.desk.unlock({ password: PASSWORD }));
    expect(locked()).toBeNull();
    await desk.restart();
    expect(locked()).toBeNull();
  });

  it('keeps its first reason, and stays locked when its token was renewed meanwhile', async () => {
    unwrap(await desk.desk.lock('inactivity'));
    unwrap(await desk.desk.lock('agent'));
    await server.post('/trial/clock', { advanceSeconds: 16 * 60 });
    expect(await desk.desk.unlock({ password: 'guess' })).toMatchObject({ error: { code: 'password-wrong' } });
    expect(desk.kept.session?.locked).toBe('inactivity');
    unwrap(await desk.desk.unlock({ password: PASSWORD }));
    expect(desk.kept.session?.locked).toBeUndefined();
  });

  it('stays locked without its server, but lets the agent sign out', async () => {
    unwrap(await desk.desk.lock('agent'));
    proxy.setDown(true);
    expect(await desk.desk.unlock({ password: PASSWORD })).toMatchObject({ error: { code: 'not-verified' } });
    expect(locked()).toBe('agent');
    unwrap(await desk.desk.logOut());
    expect(desk.view.session).toMatchObject({ phase: 'signed-out', locked: null });
    expect(desk.kept.session).toBeNull();
  });

  it('is none while nobody is signed in', async () => {
    unwrap(await desk.desk.logOut());
    expect(await desk.desk.lock('agent')).toMatchObject({ error: { code: 'not-signed-in' } });
  });
});
