import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { DeskClient } from '../support/desk-client.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
let wireClock: ManualClock;
beforeEach(async () => {
  wireClock = new ManualClock();
  server = await TestServer.start({ wireClock });
});
afterEach(async () => {
  // Time stands still here, so whoever is still connected is hung up on by hand.
  wireClock.advance(60_000);
  await server.stop();
});

describe('a connection', () => {
  it('that does not say who it is within ten seconds is ended', async () => {
    const desk = await DeskClient.open(server.url);
    wireClock.advance(10_000);
    expect((await desk.next('bye')).error).toMatchObject({ code: 'hello-expected', retryable: true });
  });

  it('hears the server each ten seconds, with its time', async () => {
    const { token } = await server.logIn('kaa');
    const desk = await DeskClient.connect(server.url, token);
    await desk.welcome();
    server.clock.advance(3_600_000);
    wireClock.advance(10_000);
    const { serverTime } = await desk.next('heartbeat');
    expect(Math.abs(serverTime - server.clock.now())).toBeLessThan(60_000);
    await desk.drop();
  });

  it('hears at once that the trial clock was moved, by which what closes with time is seen to', async () => {
    const { token } = await server.logIn('kaa');
    const desk = await DeskClient.connect(server.url, token);
    await desk.welcome();
    await server.post('/trial/clock', { advanceSeconds: 3600 });
    const { serverTime } = await desk.next('heartbeat');
    expect(Math.abs(serverTime - server.clock.now())).toBeLessThan(60_000);
    await desk.drop();
  });

  it('that was silent for longer than three heartbeats is gone', async () => {
    const { token } = await server.logIn('kaa');
    const desk = await DeskClient.connect(server.url, token);
    await desk.welcome();
    wireClock.advance(40_000);
    expect(await desk.closed()).toBe(1006);
  });

  it('that sends heartbeats stays, whatever the trial clock does', async () => {
    const { token } = await server.logIn('kaa');
    const desk = await DeskClient.connect(server.url, token);
    await desk.welcome();
    for (let i = 0; i < 5; i += 1) {
      server.clock.advance(86_400_000);
      wireClock.advance(25_000);
      desk.send({ type: 'heartbeat' });
      // Answered after the heartbeat was read.
      expect(await desk.requestAny('nothing', {})).toMatchObject({ ok: false });
    }
    expect(desk.closeCode).toBeUndefined();
    await desk.drop();
  });
});
