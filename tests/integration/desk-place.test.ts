import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Place } from '../../src/main/desk/place.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { PASSWORD, TestServer } from '../support/test-server.ts';

let server: TestServer;
let admin: string;
let kept: string | undefined;
let desks: TestDesk[];

beforeEach(async () => {
  server = await TestServer.start();
  admin = await server.administratorToken();
  kept = undefined;
  desks = [];
});

afterEach(async () => {
  for (const desk of desks) await desk.end();
  await server.stop();
});

/** A computer at which agents are asked for their place, or are not. */
async function deskWhere(asked: boolean): Promise<TestDesk> {
  const keeper = {
    load: () => kept,
    save: async (place: string) => {
      kept = place;
    },
  };
  const place = new Place(() => ({ asked, byDefault: 'Desk 1' }), keeper);
  const desk = await TestDesk.start({ server: { url: server.url, key: 'test' }, place });
  desks.push(desk);
  return desk;
}

async function logIn(desk: TestDesk, place?: string): Promise<void> {
  const said = place === undefined ? {} : { place };
  unwrap(await desk.desk.logIn({ agent: 'kaa', password: PASSWORD, ...said }));
  await desk.connected();
}

async function placeOfKaa(): Promise<string> {
  const { body } = await server.get('/api/v1/agents', admin);
  return body.items.find((one: { agent: string }) => one.agent === 'kaa').place;
}

describe('the place of an agent', () => {
  it('is said at login, seen by supervisors, kept over a restart of either side, and offered the next time', async () => {
    const desk = await deskWhere(true);
    expect(desk.view.session.place).toBe('Desk 1');
    await logIn(desk, ' Window 3 ');
    expect(desk.view.session.place).toBe('Window 3');
    expect(await placeOfKaa()).toBe('Window 3');
    await server.halt();
    await server.resume();
    await desk.restart({ url: server.url, key: 'test' });
    await desk.connected();
    expect(desk.view.session.place).toBe('Window 3');
    expect(await placeOfKaa()).toBe('Window 3');
    unwrap(await desk.desk.logOut());
    expect(await placeOfKaa()).toBe('');
    expect(desk.view.session.place).toBe('Window 3');
  });

  it('is the default without a word where agents are not asked', async () => {
    const desk = await deskWhere(false);
    await logIn(desk, 'somewhere else');
    expect(desk.view.session.place).toBe('Desk 1');
    expect(await placeOfKaa()).toBe('Desk 1');
    expect(kept).toBeUndefined();
  });

  it('is that of the newer login', async () => {
    await logIn(await deskWhere(true), 'Window 3');
    await logIn(await deskWhere(true), 'Window 4');
    expect(await placeOfKaa()).toBe('Window 4');
  });

  it('is refused by the server when it is longer than a place can be', async () => {
    const body = { agent: 'kaa', password: PASSWORD, place: 'x'.repeat(101) };
    expect((await server.post('/api/v1/auth/login', body)).status).toBe(400);
    expect((await server.post('/api/v1/auth/login', { ...body, place: 'x'.repeat(100) })).status).toBe(200);
  });
});
