import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OptionReport } from '#shared/protocol/option-report.ts';
import { DeskClient } from '../support/desk-client.ts';
import { TestServer } from '../support/test-server.ts';

const FINDING = {
  file: 'agents/kaa.ini',
  line: 3,
  column: 9,
  code: 'bad-value',
  severity: 'error',
  message: 'gui.text-size cannot be "large".',
} as const;

let server: TestServer;
let admin: string;
beforeEach(async () => {
  server = await TestServer.start();
  admin = await server.administratorToken();
});
afterEach(() => server.stop());

function reportOf(changes: Partial<OptionReport> = {}): OptionReport {
  return { at: Date.UTC(2026, 0, 5), state: 'in-force', diagnostics: [], findings: 0, ...changes };
}

async function connect(agent: string): Promise<DeskClient> {
  const desk = await DeskClient.connect(server.url, (await server.logIn(agent)).token);
  await desk.welcome();
  return desk;
}

const reports = async (query = '') => (await server.get(`/api/v1/options/reports${query}`, admin)).body;

describe('option reports', () => {
  it('are kept, the newest of each agent, over a restart', async () => {
    expect(await reports()).toEqual({ items: [], nextCursor: null });
    const kaa = await connect('kaa');
    expect(await kaa.request('options.report', reportOf())).toEqual({ ok: true, value: {} });
    const wrong = reportOf({ state: 'last-good', diagnostics: [FINDING], findings: 250, at: Date.UTC(2026, 0, 6) });
    expect(await kaa.request('options.report', wrong)).toMatchObject({ ok: true });
    await kaa.drop();
    await server.halt();
    await server.resume();
    expect((await reports()).items).toEqual([
      { agent: 'kaa', at: '2026-01-06T00:00:00.000Z', state: 'last-good', diagnostics: [FINDING], findings: 250 },
    ]);
  });

  it('come in pages, by agent', async () => {
    for (const agent of ['kaa', 'baloo']) {
      const desk = await connect(agent);
      await desk.request('options.report', reportOf());
      await desk.drop();
    }
    const first = await reports('?limit=1');
    expect(first.items.map((one: { agent: string }) => one.agent)).toEqual(['baloo']);
    const second = await reports(`?limit=1&cursor=${first.nextCursor}`);
    expect(second.items.map((one: { agent: string }) => one.agent)).toEqual(['kaa']);
    expect(second.nextCursor).toBeNull();
    expect((await server.get('/api/v1/options/reports?cursor=x', admin)).body.error.code).toBe('bad-cursor');
  });

  it('of a time to come are of now', async () => {
    const kaa = await connect('kaa');
    await kaa.request('options.report', reportOf({ at: Number.MAX_SAFE_INTEGER }));
    const { items } = await reports();
    expect(Date.parse(items[0].at)).toBeLessThanOrEqual(server.clock.now());
    await kaa.drop();
  });

  it('are as large as the contract says, and no larger', async () => {
    const kaa = await connect('kaa');
    const long = { ...FINDING, message: 'ü'.repeat(2000) };
    const full = reportOf({ diagnostics: Array(200).fill(long), findings: 200 });
    expect(await kaa.request('options.report', full)).toMatchObject({ ok: true });
    expect((await reports()).items[0].diagnostics).toHaveLength(200);
    const over = reportOf({ diagnostics: Array(201).fill(FINDING), findings: 201 });
    expect(await kaa.request('options.report', over)).toMatchObject({ ok: false, error: { code: 'bad-params' } });
    await kaa.drop();
  });

  it('are for those who may see diagnostics', async () => {
    const role = '[role-help]\nmembers = agent:baloo\nAdministrator.canSeeDiagnostics = allowed\n';
    const roles = await TestServer.start({ more: role });
    try {
      const ask = async (agent: string) =>
        (await roles.get('/api/v1/options/reports', (await roles.logIn(agent)).token)).status;
      expect(await ask('baloo')).toBe(200);
      expect(await ask('kaa')).toBe(403);
      expect((await roles.get('/api/v1/options/reports')).status).toBe(401);
    } finally {
      await roles.stop();
    }
  });
});
