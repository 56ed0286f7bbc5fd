import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskClient } from '../support/desk-client.ts';
import { eventually, pushOptions, roleOf } from '../support/server-options.ts';
import { customerWrites, SAMPLE_OPTIONS, TestServer } from '../support/test-server.ts';

const SEND_FILES = 'InteractionWorkspace.WhatsApp.canSendFiles';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start({ more: roleOf('kaa') });
});
afterEach(() => server.stop());

async function connect(agent = 'kaa'): Promise<DeskClient> {
  const { token } = await server.logIn(agent);
  const desk = await DeskClient.connect(server.url, token);
  await desk.welcome();
  return desk;
}

const configurations = (desk: DeskClient) => desk.frames.filter((frame) => frame.type === 'configuration');
const logged = (event: string) => server.logLines.filter((line) => line.includes(`"event":"${event}"`));

describe('a pushed file', () => {
  it('reaches a connected desk within a second', async () => {
    const desk = await connect();
    const begun = performance.now();
    pushOptions(server, roleOf('kaa', SEND_FILES));
    const { privileges } = await desk.next('configuration');
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(privileges).not.toContain(SEND_FILES);
    expect(privileges).toContain('InteractionWorkspace.WhatsApp.canUse');
    await desk.drop();
  });

  it('brings groups, names, business attributes and settings, and says nothing to desks it does not concern', async () => {
    const desk = await connect();
    const sample = SAMPLE_OPTIONS.replace('groups = front-desk', 'groups = front-desk, team-leads');
    const attribute = '[business-attribute-Product]\nphone = Phones/Mobile\nphone.is-searchable = true\n';
    const setting = '[interaction-workspace]\ninteraction.disposition.is-mandatory = true\n';
    pushOptions(server, roleOf('kaa') + attribute + setting, sample);
    const told = await desk.next('configuration');
    expect(told.agent.groups).toEqual(['front-desk', 'team-leads']);
    expect(told.options.dispositionMandatory).toBe(true);
    expect(told.directory.businessAttributes.Product).toEqual([
      { value: 'phone', displayName: 'Phones/Mobile', searchable: true, sortable: false, editable: true },
    ]);
    // A note for administrators and another file of the folder are no news for anybody.
    pushOptions(server, `${roleOf('kaa') + attribute + setting}; a note\n`, sample);
    writeFileSync(join(server.optionFolder, 'tenant.ini'), '[interaction-workspace]\n');
    pushOptions(server, `${roleOf('kaa') + attribute + setting}[lifecycle]\noffer-seconds = 9\n`, sample);
    await eventually('the second change', () => logged('configuration-taken').length === 2);
    expect(configurations(desk)).toHaveLength(1);
    await desk.drop();
  });

  it('counts for passwords, new agents and webhook secrets at once', async () => {
    pushOptions(
      server,
      `${roleOf('kaa')}[agent-hathi]\npassword = new one\ncapacity-rule = standard\n`,
      SAMPLE_OPTIONS.replace('password = password-of-tests', 'password = changed').replace(
        'app-secret-of-tests',
        'rotated',
      ),
    );
    await eventually('the change', () => logged('configuration-taken').length === 1);
    await expect(server.logIn('kaa')).rejects.toThrow('401');
    await server.logIn('kaa', 'changed');
    await server.logIn('hathi', 'new one');
    const to = { url: server.url, channel: 'jungle', at: server.clock.now() };
    await expect(customerWrites({ ...to, appSecret: 'app-secret-of-tests' }, 'old')).rejects.toThrow('401');
    await customerWrites({ ...to, appSecret: 'rotated' }, 'new');
    const trial = (await server.get('/trial/agents')).body.map((one: { name: string }) => one.name);
    expect(trial).toEqual(['kaa', 'baloo', 'hathi']);
  });

  it('opens a channel for webhooks at once, with its queue', async () => {
    const channel = '[channel-river]\nphone-number-id = 7\napp-secret = r\nqueue = river\n[queue-river]\n';
    pushOptions(server, roleOf('kaa') + channel);
    await eventually('the channel', async () => (await server.get('/webhooks/whatsapp/river')).status === 403);
    expect((await server.get('/metrics')).body).toContain('replydesk_queue_waiting{queue="river"} 0');
  });

  it('says which of its keys need a restart, and puts the rest in force', async () => {
    const sample = SAMPLE_OPTIONS.replace('log-level = debug', 'log-level = warn\nbehind-proxy = true');
    const desk = await connect();
    pushOptions(server, roleOf('kaa', SEND_FILES), sample);
    await desk.next('configuration');
    expect(logged('restart-needed')).toHaveLength(1);
    expect(logged('restart-needed')[0]).toContain('"keys":["behind-proxy","log-level"]');
    await desk.drop();
  });
});

describe('a file that is not right', () => {
  it('leaves the last good one in force, and the log says what, where and that', async () => {
    const desk = await connect();
    pushOptions(server, `${roleOf('kaa', SEND_FILES)}[queue-other]\npriority = high\n`);
    await eventually('the refusal', () => logged('configuration-refused').length === 1);
    const line = server.logLines.find((one) => one.includes('"code":"bad-value"')) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      file: 'application.ini',
      line: expect.any(Number),
      column: expect.any(Number),
      severity: 'error',
      msg: expect.stringContaining('priority of [queue-other]'),
    });
    expect(configurations(desk)).toEqual([]);
    expect((await server.get('/api/v1/queues', await tokenOf('kaa'))).status).toBe(200);
    // And once it is corrected, it counts.
    pushOptions(server, `${roleOf('kaa', SEND_FILES)}[queue-other]\npriority = 1\n`);
    expect((await desk.next('configuration')).privileges).not.toContain(SEND_FILES);
    await desk.drop();
  });

  it.each([
    ['a role header that is not closed', '[role-kaa\nmembers = agent:kaa\n'],
    ['a misspelt role section', '[rol-kaa]\nmembers = agent:kaa\n'],
    ['a secret that is not there', '[channel-other]\nphone-number-id = 5\napp-secret = env:NOT_SET\n'],
    ['bytes that are no text', '[queue-\u0000]\n\u0000 = \u0000'],
  ])('by %s changes nothing', async (_what, text) => {
    pushOptions(server, `${roleOf('kaa')}${text}`);
    await eventually('the refusal', () => logged('configuration-refused').length === 1);
    expect(logged('configuration-taken')).toEqual([]);
  });

  it('or not there, or not to be read, or empty, changes nothing; and it is found when it is back', async () => {
    const desk = await connect();
    const file = join(server.optionFolder, 'application.ini');
    rmSync(file);
    await eventually('the refusal', () => logged('configuration-refused').length === 1);
    writeFileSync(file, '');
    await eventually('the refusal', () => logged('configuration-refused').length === 2);
    mkdirSync(`${file}.folder`);
    rmSync(file);
    renameSync(`${file}.folder`, file);
    await eventually('the refusal', () => logged('configuration-refused').length === 3);
    expect(configurations(desk)).toEqual([]);
    await server.logIn('baloo');
    rmSync(file, { recursive: true });
    pushOptions(server, roleOf('kaa', SEND_FILES));
    expect((await desk.next('configuration')).privileges).not.toContain(SEND_FILES);
    await desk.drop();
  });

  it('whose whole folder vanished changes nothing; and it is found when it is back', async () => {
    const desk = await connect();
    renameSync(server.optionFolder, `${server.optionFolder}-away`);
    await eventually('the refusal', () => logged('configuration-refused').length === 1, 10_000);
    await server.logIn('baloo');
    renameSync(`${server.optionFolder}-away`, server.optionFolder);
    pushOptions(server, roleOf('kaa', SEND_FILES));
    await eventually('the change', () => configurations(desk).length === 1, 10_000);
    await desk.drop();
  }, 30_000);
});

describe('a server that started with an error in its files', () => {
  it('goes on without what it is about, refuses nothing, and takes the correction', async () => {
    const other = await TestServer.start({ more: '[queue-other]\npriority = high\n' });
    try {
      const events = () => other.logLines.filter((line) => line.includes('"event":"configuration-'));
      writeFileSync(join(other.optionFolder, 'tenant.ini'), '');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(events()).toEqual([]);
      pushOptions(other, '[queue-other]\npriority = 3\n');
      await eventually('the change', () => events().length === 1);
      expect(events()[0]).toContain('configuration-taken');
    } finally {
      await other.stop();
    }
  });
});

describe('a thousand pushes', () => {
  it('end with what the last one says, the desk being told a few times', async () => {
    const desk = await connect();
    for (let push = 0; push < 1000; push += 1) {
      const broken = push % 3 === 1 ? '[role-broken\n' : '';
      pushOptions(server, `${roleOf('kaa', SEND_FILES)}[queue-q${push}]\n${broken}`);
      if (push % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    pushOptions(server, `${roleOf('kaa')}[queue-last]\n`);
    const told = await desk.next('configuration', ({ directory }) =>
      directory.queues.some((one) => one.name === 'last'),
    );
    expect(told.privileges).toContain(SEND_FILES);
    expect(configurations(desk).length).toBeLessThan(100);
    expect(await desk.request('agent.set-state', { state: 'ready' })).toMatchObject({ ok: true });
    await desk.drop();
  }, 30_000);
});

describe('an agent whose section is gone', () => {
  const WITHOUT_KAA = SAMPLE_OPTIONS.replace(/\[agent-kaa\][^[]*/, '');

  it('is signed out with the reason, and what they had goes to others', async () => {
    const { token, refreshToken } = await server.logIn('kaa');
    const kaa = await DeskClient.connect(server.url, token);
    await kaa.welcome();
    await kaa.request('agent.set-state', { state: 'ready' });
    await server.customerWrites('Hello');
    const offer = await offerOf(kaa);
    expect(await kaa.request('offer.accept', { offerId: offer })).toMatchObject({ ok: true });
    const baloo = await connect('baloo');
    await baloo.request('agent.set-state', { state: 'ready' });
    pushOptions(server, roleOf('baloo'), WITHOUT_KAA);
    expect((await kaa.next('bye')).error).toMatchObject({ code: 'agent-removed', retryable: false });
    expect(await kaa.closed()).toBe(1008);
    expect(await offerOf(baloo)).not.toBe(offer);
    expect((await server.get('/api/v1/interactions', token)).status).toBe(401);
    // Whoever gets the name later is not reached by the old login.
    pushOptions(server, roleOf('baloo'));
    await eventually('the section is back', () => logged('configuration-taken').length === 2);
    expect((await server.post('/api/v1/auth/refresh', { refreshToken })).status).toBe(401);
    const back = await connect('kaa');
    expect((await back.welcome()).snapshot?.interactions).toEqual([]);
    await back.drop();
    await baloo.drop();
  });

  it('stays signed in when the file was only half written for a moment', async () => {
    const desk = await connect();
    pushOptions(server, '', WITHOUT_KAA);
    await new Promise((resolve) => setTimeout(resolve, 500));
    pushOptions(server, roleOf('kaa', SEND_FILES));
    expect((await desk.next('configuration')).privileges).not.toContain(SEND_FILES);
    expect(desk.closeCode).toBeUndefined();
    await desk.drop();
  });
});

describe('access control', () => {
  it('goes off when no role is left, and on with the first', async () => {
    const desk = await connect();
    pushOptions(server, '');
    expect((await desk.next('configuration')).privileges).toBeNull();
    pushOptions(server, '[role-empty]\n');
    await desk.next('configuration', ({ privileges }) => privileges?.length === 0);
    await desk.drop();
  });
});

async function tokenOf(agent: string): Promise<string> {
  return (await server.logIn(agent)).token;
}

async function offerOf(desk: DeskClient): Promise<string> {
  const isOffer = (event: { kind: string }) => event.kind === 'interaction.offered';
  const frame = await desk.next('events', ({ events }) => events.some(isOffer));
  return (frame.events.find(isOffer) as { data: { id: string } }).data.id;
}
