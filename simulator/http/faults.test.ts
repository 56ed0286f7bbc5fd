import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { akela, phoneId, World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await new World().start();
  await world.inbound();
});
afterEach(() => world.stop());

const onPhone = async () => (await world.phone(akela, '?all')).slice(1).map((message) => message.text);

describe('faults', () => {
  it('answer with the status and code asked for, that often, and nothing happens', async () => {
    await world.control('/faults', { path: '/messages', status: 500, code: 131016, times: 2 });
    for (const text of ['One', 'Two']) {
      const { status, body } = await world.text(text);
      expect([status, body.error.code]).toEqual([500, 131016]);
    }
    expect((await world.text('Three')).status).toBe(200);
    expect(await onPhone()).toEqual(['Three']);
  });

  it('meet only requests that have the member asked for', async () => {
    await world.control('/faults', { path: '/messages', has: 'status', code: 131016, times: 1 });
    expect((await world.text('One')).status).toBe(200);
    await world.control('/faults', { path: '/messages', has: 'to', code: 131016, times: 1 });
    expect((await world.text('Two')).status).not.toBe(200);
    expect(await onPhone()).toEqual(['One']);
  });

  it('know the status of a code', async () => {
    await world.control('/faults', { path: `/v23.0/${phoneId}/messages`, code: 133004, times: 1 });
    expect((await world.text('One')).status).toBe(503);
  });

  it('destroy the connection before anything is stored', async () => {
    await world.control('/faults', { path: '/messages', drop: true, times: 1, after: 'before-effect' });
    await expect(world.text('One')).rejects.toThrow('fetch failed');
    expect(await onPhone()).toEqual([]);
  });

  it('lose only the answer of what was carried out', async () => {
    await world.control('/faults', { path: '/messages', drop: true, times: 1, after: 'after-effect' });
    await expect(world.text('One')).rejects.toThrow('fetch failed');
    expect(await onPhone()).toEqual(['One']);
    world.clock.advance(1000);
    await world.receiver.atLeast(3);
    expect(world.statuses()).toEqual(['sent', 'delivered']);
  });

  it('answer wrongly for what was carried out', async () => {
    await world.control('/faults', { path: '/messages', status: 502, times: 1, after: 'after-effect' });
    expect((await world.text('One')).status).toBe(502);
    expect(await onPhone()).toEqual(['One']);
  });

  it('delay by the simulated clock', async () => {
    await world.control('/faults', { path: '/messages', delayMs: 5000, times: 1 });
    let answered = false;
    const sending = world.text('One').then((answer) => {
      answered = true;
      return answer;
    });
    while ((await world.call('GET', '/control/state')).body.faults.length > 0) await new Promise(setImmediate);
    expect(answered).toBe(false);
    world.clock.advance(5000);
    expect((await sending).status).toBe(200);
  });

  it('concern other paths too, and never the control API', async () => {
    await world.control('/faults', { path: '/*', status: 503, times: 1 });
    expect((await world.call('GET', '/control/state')).status).toBe(200);
    expect((await world.graph('GET', `/v25.0/${phoneId}`)).status).toBe(503);
  });

  it('are refused when they make no sense', async () => {
    const { status, body } = await world.control('/faults', { path: '/messages', times: 0 });
    expect([status, body.error.code]).toEqual([400, 'bad-request']);
    expect(body.error.message).toContain('times');
  });
});
