import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FRAME_BYTES, PROTOCOL_VERSION } from '#shared/protocol/frames.ts';
import { DeskClient } from '../support/desk-client.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start();
});
afterEach(() => server.stop());

async function connect(agent = 'kaa'): Promise<DeskClient> {
  const { token } = await server.logIn(agent);
  return DeskClient.connect(server.url, token);
}

describe('hello', () => {
  it('is answered with who the agent is, what they may, and what they have in hand', async () => {
    const desk = await connect();
    expect(await desk.welcome()).toMatchObject({
      protocol: PROTOCOL_VERSION,
      agent: { name: 'kaa', displayName: 'Kaa Sample', firstName: 'Kaa', lastName: 'Sample' },
      privileges: null,
      options: { trial: true, freeMessageTimespan: 86_400, dispositionMandatory: false },
      directory: {
        channels: [{ name: 'jungle' }],
        queues: [{ name: 'support', displayName: 'Support' }],
        agents: [{ name: 'kaa' }, { name: 'baloo' }],
        dispositions: [{ value: 'resolved', displayName: 'Resolved' }],
      },
      mode: 'snapshot',
      snapshot: { interactions: [], status: { agent: 'kaa', state: 'not-ready' } },
      status: { agent: 'kaa', capacity: { used: 0, allowed: 5 } },
    });
    await desk.drop();
  });

  it.each([
    ['nonsense', 'nonsense', 'token-invalid'],
    ['no agent', 'administrator', 'token-invalid'],
  ])('with a token of %s is refused', async (_what, given, code) => {
    const token = given === 'administrator' ? await server.administratorToken() : given;
    const desk = await DeskClient.connect(server.url, token);
    expect((await desk.next('bye')).error).toMatchObject({ code, retryable: false });
    expect(await desk.closed()).toBe(1008);
  });

  it('with a token that ran out is refused, and worth another try with a new one', async () => {
    const { token } = await server.logIn('kaa');
    server.clock.advance(16 * 60_000);
    const desk = await DeskClient.connect(server.url, token);
    expect((await desk.next('bye')).error).toMatchObject({ code: 'token-expired', retryable: true });
  });

  it('of another version is refused by its version, whatever else it says', async () => {
    const desk = await DeskClient.open(server.url);
    desk.sendText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION + 1, ticket: 'new in that version' }));
    expect((await desk.next('bye')).error.code).toBe('protocol-unsupported');
  });

  it('must come first, and only once', async () => {
    const early = await DeskClient.open(server.url);
    early.send({ type: 'request', id: '1', method: 'agent.log-out', params: {} });
    expect((await early.next('bye')).error.code).toBe('bad-frame');
    const { token } = await server.logIn('kaa');
    const twice = await DeskClient.connect(server.url, token);
    await twice.welcome();
    twice.hello(token);
    expect((await twice.next('bye')).error.code).toBe('bad-frame');
  });
});

describe('frames that are not right', () => {
  it.each([
    ['no JSON', 'hello?'],
    ['no frame', '{"type":"shutdown"}'],
    ['an array', '[]'],
    ['a request without id', '{"type":"request","method":"agent.log-out","params":{}}'],
    ['an acknowledgement of the future', '{"type":"ack","cursor":999999}'],
  ])('end the connection: %s', async (_what, text) => {
    const desk = await connect();
    await desk.welcome();
    desk.sendText(text);
    expect((await desk.next('bye')).error).toMatchObject({ code: 'bad-frame', retryable: false });
    expect(await desk.closed()).toBe(1008);
  });

  it('end the connection: binary', async () => {
    const desk = await connect();
    await desk.welcome();
    desk.socket.send(Buffer.from([1, 2, 3]));
    expect((await desk.next('bye')).error.code).toBe('bad-frame');
  });

  it('end the connection: larger than a frame may be', async () => {
    const desk = await connect();
    await desk.welcome();
    desk.sendText('x'.repeat(MAX_FRAME_BYTES + 1));
    expect(await desk.closed()).toBe(1009);
    expect((await server.get('/healthz')).status).toBe(200);
  });
});

describe('requests that are not right', () => {
  it('are refused, and the connection stays', async () => {
    const desk = await connect();
    await desk.welcome();
    const unknown = await desk.requestAny('agent.promote', {});
    expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown-method', retryable: false } });
    const inherited = await desk.requestAny('toString', {});
    expect(inherited).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    const wrong = await desk.requestAny('agent.set-state', { state: 'asleep' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'bad-params' } });
    const gone = await desk.request('offer.accept', { offerId: 'none' });
    expect(gone).toMatchObject({ ok: false, error: { code: 'offer-gone' } });
    expect(await desk.request('agent.set-state', { state: 'ready' })).toMatchObject({ ok: true });
    await desk.drop();
  });
});

describe('who may connect', () => {
  it('is no web page', async () => {
    await expect(DeskClient.open(server.url, { origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(DeskClient.open(server.url, { origin: server.url })).rejects.toThrow('403');
  });

  it('finds the socket under its path only', async () => {
    await expect(DeskClient.open(`${server.url}/other`)).rejects.toThrow('404');
  });
});

describe('a second login', () => {
  it('wins: the older desk is told, its login is over, the agent stays', async () => {
    const older = await server.logIn('kaa');
    const first = await DeskClient.connect(server.url, older.token);
    await first.welcome();
    await first.request('agent.set-state', { state: 'ready' });
    const second = await connect();
    expect((await second.welcome()).status.state).toBe('ready');
    expect((await first.next('bye')).error).toMatchObject({ code: 'session-superseded', retryable: false });
    await first.closed();
    expect(await server.post('/api/v1/auth/refresh', { refreshToken: older.refreshToken })).toMatchObject({
      status: 401,
    });
    const again = await DeskClient.connect(server.url, older.token);
    expect((await again.next('bye')).error.code).toBe('token-invalid');
    expect(await second.request('agent.set-state', { state: 'not-ready' })).toMatchObject({ ok: true });
    await second.drop();
  });

  it('of the same login only takes the place of the older connection', async () => {
    const { token } = await server.logIn('kaa');
    const first = await DeskClient.connect(server.url, token);
    await first.welcome();
    const second = await DeskClient.connect(server.url, token);
    await second.welcome();
    expect((await first.next('bye')).error.code).toBe('session-superseded');
    expect((await server.get('/api/v1/interactions', token)).status).toBe(200);
    await second.drop();
  });
});

describe('the end', () => {
  it('by log-out: answered, said good-bye to, and the token is worth nothing', async () => {
    const { token } = await server.logIn('kaa');
    const desk = await DeskClient.connect(server.url, token);
    await desk.welcome();
    expect(await desk.request('agent.log-out', {})).toEqual({ ok: true, value: {} });
    expect((await desk.next('bye')).error.code).toBe('logged-out');
    expect(await desk.closed()).toBe(1000);
    expect((await server.get('/api/v1/interactions', token)).status).toBe(401);
  });

  it('by the server: every desk is told, and comes back to a server that knows it', async () => {
    const { token } = await server.logIn('kaa');
    const desk = await DeskClient.connect(server.url, token);
    const { serverId } = await desk.welcome();
    await server.halt();
    expect((await desk.next('bye')).error).toMatchObject({ code: 'server-stopping', retryable: true });
    expect(await desk.closed()).toBe(1001);
    await server.resume();
    const back = await DeskClient.connect(server.url, token);
    expect((await back.welcome()).serverId).toBe(serverId);
    await back.drop();
  });
});
