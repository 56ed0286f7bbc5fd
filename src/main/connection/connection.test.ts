import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { ok, refuse } from '#shared/result.ts';
import { silentLog } from '../desk/log.ts';
import { Connection, type ConnectionState, type DeskFrame } from './connection.ts';
import { type ScriptedConnection, ScriptedServer } from './testing/scripted-server.ts';

let server: ScriptedServer;
let clock: ManualClock;
let connection: Connection;
let states: ConnectionState[];
let frames: DeskFrame[];
let ends: Refusal[];
let renewals: boolean[];
let token: Result<string>;
let serverUrl: string | null;
let cursor: number;
/** Called after each state and frame, so that a test can wait for what it expects. */
let wake: () => void = () => {};

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise<void>((resolve) => (wake = resolve));
}

const nameOf = (): string | undefined => states.at(-1)?.state;

beforeEach(async () => {
  server = await ScriptedServer.start();
  clock = new ManualClock();
  [states, frames, ends, renewals] = [[], [], [], []];
  [token, serverUrl, cursor] = [ok('token-1'), server.url, 0];
  connection = new Connection({
    clock,
    log: silentLog,
    clientVersion: '1.2.3',
    random: () => 0,
    serverUrl: () => serverUrl,
    token: async (renew) => {
      renewals.push(renew);
      return token;
    },
    position: () => ({ cursor, serverId: cursor > 0 ? 'server-1' : null }),
    onState: (state) => {
      states.push(state);
      wake();
    },
    onWelcome: () => {},
    onFrame: (frame) => {
      frames.push(frame);
      wake();
    },
    onEnd: (error) => {
      ends.push(error);
      wake();
    },
  });
});

afterEach(async () => {
  connection.stop();
  await server.stop();
});

/** Connects and is welcomed. */
async function connected(): Promise<ScriptedConnection> {
  if (states.length === 0) connection.start();
  const peer = await server.next();
  await peer.next('hello');
  peer.welcome();
  await until(() => nameOf() === 'connected');
  return peer;
}

describe('the connection', () => {
  it('says hello with token, version and how far the desk has come', async () => {
    cursor = 41;
    connection.start();
    const peer = await server.next();
    expect(await peer.next('hello')).toEqual({
      type: 'hello',
      token: 'token-1',
      protocol: 1,
      clientVersion: '1.2.3',
      cursor: 41,
      serverId: 'server-1',
    });
    expect(nameOf()).toBe('connecting');
    expect(connection.isConnected).toBe(false);
  });

  it('comes back after a cut, after half a second at most, then at longer intervals', async () => {
    const peer = await connected();
    peer.cut();
    await until(() => nameOf() === 'reconnecting');
    expect(states.at(-1)).toMatchObject({ retryAt: clock.now() + 250, error: { code: 'connection-lost' } });
    const again = server.next();
    clock.advance(250);
    await (await again).next('hello');
    expect(states.at(-1)).toMatchObject({ state: 'reconnecting', retryAt: null });
  });

  it('calls itself offline after three attempts, and tries at once when asked to', async () => {
    const peer = await connected();
    server.turnAway = 503;
    peer.cut();
    for (const wait of [250, 500, 1000]) {
      await until(() => states.at(-1)?.retryAt === clock.now() + wait);
      clock.advance(wait);
    }
    await until(() => nameOf() === 'offline' && states.at(-1)?.retryAt !== null);
    server.turnAway = undefined;
    connection.retryNow();
    await connected();
    expect(nameOf()).toBe('connected');
  });

  it('passes on events and skips frames of a kind it does not know', async () => {
    const peer = await connected();
    peer.sendText(JSON.stringify({ type: 'weather', forecast: 'rain' }));
    peer.send({ type: 'events', events: [], introduces: [], cursor: 7 });
    await until(() => frames.length > 0);
    expect(frames).toMatchObject([{ type: 'events', cursor: 7 }]);
    connection.acknowledge(7);
    expect(await peer.next('ack')).toEqual({ type: 'ack', cursor: 7 });
  });

  it('asks for everything anew after a frame it cannot read', async () => {
    cursor = 41;
    const peer = await connected();
    peer.sendText(JSON.stringify({ type: 'events', events: 'none' }));
    await until(() => nameOf() === 'reconnecting');
    clock.advance(250);
    expect((await (await server.next()).next('hello')).cursor).toBe(0);
  });

  it('sends heartbeats, and gives up a server that is silent for three of them', async () => {
    const peer = await connected();
    clock.advance(10_000);
    await peer.next('heartbeat');
    peer.send({ type: 'heartbeat', serverTime: 5 });
    await until(() => frames.length > 0);
    clock.advance(30_000);
    expect(nameOf()).toBe('connected');
    clock.advance(10_000);
    expect(nameOf()).toBe('reconnecting');
  });

  it('waits for an address where none is known', async () => {
    serverUrl = null;
    connection.start();
    expect(states).toMatchObject([{ state: 'connecting', retryAt: null }]);
    serverUrl = server.url;
    connection.reconnect('address', { atOnce: true });
    await connected();
  });
});

describe('the server’s farewell', () => {
  it('ends the session when the agent is logged in elsewhere: no attempt is made', async () => {
    const peer = await connected();
    peer.bye('session-superseded', false);
    await until(() => ends.length > 0);
    expect(ends).toMatchObject([{ code: 'session-superseded', message: 'Bye: session-superseded.' }]);
    expect(states.at(-1)).toMatchObject({ state: 'signed-out', retryAt: null, error: { code: 'session-superseded' } });
    clock.advance(120_000);
    expect(renewals).toHaveLength(1);
  });

  it('is followed by a new token when the old one has expired', async () => {
    const peer = await connected();
    peer.bye('token-expired', false);
    await until(() => nameOf() === 'reconnecting');
    token = ok('token-2');
    clock.advance(250);
    expect((await (await server.next()).next('hello')).token).toBe('token-2');
    expect(renewals).toEqual([false, true]);
  });

  it('is followed by a new token when the door itself turns the old one away', async () => {
    server.turnAway = 401;
    connection.start();
    await until(() => states.at(-1)?.retryAt !== null);
    server.turnAway = undefined;
    clock.advance(250);
    await connected();
    expect(renewals).toEqual([false, true]);
  });

  it('ends the session when no new token is given, and not when the server cannot be asked', async () => {
    token = refuse('server-unreachable', '', true);
    connection.start();
    await until(() => states.at(-1)?.retryAt !== null);
    expect(ends).toEqual([]);
    token = refuse('session-expired', 'Sign in again.');
    clock.advance(250);
    await until(() => ends.length > 0);
    expect(ends[0]?.code).toBe('session-expired');
  });

  it('is no end when the server stops', async () => {
    const peer = await connected();
    peer.bye('server-stopping', true);
    await until(() => nameOf() === 'reconnecting');
    expect(states.at(-1)?.error?.code).toBe('server-stopping');
    clock.advance(250);
    await connected();
    expect(ends).toEqual([]);
  });
});

describe('a request', () => {
  const done = { interactionId: 'a', dispositionCode: null, note: null };

  it('is answered with what the server says', async () => {
    const peer = await connected();
    const answer = connection.request('interaction.done', done);
    const { id, method, params } = await peer.next('request');
    expect([method, params]).toEqual(['interaction.done', done]);
    peer.send({ type: 'response', id, result: refuse('disposition-required', 'Choose one.') });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'disposition-required' } });
  });

  it('is refused where there is no connection', async () => {
    expect(await connection.request('interaction.done', done)).toMatchObject({ error: { code: 'not-connected' } });
  });

  it('ends with its connection, and with its time', async () => {
    const peer = await connected();
    const late = connection.request('interaction.done', done);
    const { id } = await peer.next('request');
    clock.advance(15_000);
    expect(await late).toMatchObject({ error: { code: 'request-timeout', retryable: true } });
    peer.send({ type: 'response', id, result: ok({}) });
    const lost = connection.request('interaction.done', done);
    peer.cut();
    expect(await lost).toMatchObject({ error: { code: 'connection-lost', retryable: true } });
  });

  it('does not pass on an answer that breaks its schema', async () => {
    const peer = await connected();
    const answer = connection.request('interaction.get', { interactionId: 'a' });
    const { id } = await peer.next('request');
    peer.send({ type: 'response', id, result: ok({ interaction: 'none' }) });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'bad-answer' } });
  });
});
