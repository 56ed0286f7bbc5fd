import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contactViewSchema } from '#server/api/views/contact.ts';
import { eventViewSchema } from '#server/api/views/event.ts';
import { interactionViewSchema } from '#server/api/views/interaction.ts';
import { messageViewSchema } from '#server/api/views/message.ts';
import { DeskClient } from '../support/desk-client.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
let admin: string;
let kaa: string;
let baloo: string;
let desk: DeskClient;
/** In Kaa's hands, and one that waits in the queue. */
let held: string;
let queued: string;

beforeAll(async () => {
  server = await TestServer.start();
  admin = await server.administratorToken();
  kaa = (await server.logIn('kaa')).token;
  baloo = (await server.logIn('baloo')).token;
  desk = await DeskClient.connect(server.url, kaa);
  await desk.welcome();
  await desk.request('agent.set-state', { state: 'ready' });
  for (let i = 1; i <= 5; i += 1) await server.customerWrites(`text ${i}`, { from: '16505550001', name: 'Ann Sample' });
  const { introduces } = await desk.next('events', (frame) => frame.introduces.length > 0);
  const offer = introduces[0]?.interaction.offer;
  await desk.request('offer.accept', { offerId: offer?.id ?? '' });
  await desk.request('agent.set-state', { state: 'not-ready' });
  held = introduces[0]?.interaction.id ?? '';
  await server.customerWrites('is anybody there?', { from: '5511912345678', name: 'Zoë Sample' });
  const { body } = await server.get('/api/v1/interactions?state=queued', admin);
  queued = body.items[0].id;
});

afterAll(async () => {
  await desk.drop();
  await server.stop();
});

describe('interactions', () => {
  it('are all there for an administrator, newest first, with times as text', async () => {
    const { body } = await server.get('/api/v1/interactions', admin);
    const { items } = z.strictObject({ items: z.array(interactionViewSchema), nextCursor: z.null() }).parse(body);
    expect(items.map((one) => one.id)).toEqual([queued, held]);
    expect(items[1]).toMatchObject({ stage: 'assigned', agent: 'kaa', messageCount: 5, channel: 'jungle' });
  });

  it('can be filtered and paged through with opaque cursors', async () => {
    const list = async (query: string) => (await server.get(`/api/v1/interactions?${query}`, admin)).body;
    expect((await list('state=assigned')).items.map((one: { id: string }) => one.id)).toEqual([held]);
    expect((await list('channel=other')).items).toEqual([]);
    expect((await list('state=Waiting')).items).toHaveLength(2);
    expect((await list('state=Archived')).items).toEqual([]);
    const contact = (await list('state=assigned')).items[0].contactId;
    expect((await list(`contact=${contact}`)).items.map((one: { id: string }) => one.id)).toEqual([held]);
    const first = await list('limit=1');
    expect(first.items.map((one: { id: string }) => one.id)).toEqual([queued]);
    const second = await list(`limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ id: held }], nextCursor: null });
  });

  it('are theirs only for an agent', async () => {
    const ids = async (token: string) =>
      (await server.get('/api/v1/interactions', token)).body.items.map((one: { id: string }) => one.id);
    expect(await ids(kaa)).toEqual([held]);
    expect(await ids(baloo)).toEqual([]);
    expect((await server.get(`/api/v1/interactions/${held}`, kaa)).status).toBe(200);
    for (const path of ['', '/messages', '/events']) {
      const answer = await server.get(`/api/v1/interactions/${held}${path}`, baloo);
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'not-yours', retryable: false } } });
    }
    expect((await server.get(`/api/v1/interactions/${queued}`, kaa)).status).toBe(403);
  });

  it.each([
    ['/api/v1/interactions/none', 404, 'not-found'],
    ['/api/v1/interactions/none/messages', 404, 'not-found'],
    ['/api/v1/interactions?state=lost', 400, 'bad-request'],
    ['/api/v1/interactions?limit=0', 400, 'bad-request'],
    ['/api/v1/interactions?limit=201', 400, 'bad-request'],
    ['/api/v1/interactions?cursor=nonsense', 400, 'bad-cursor'],
    ['/api/v1/interactions?cursor=WyJ4Iiwxd', 400, 'bad-cursor'],
    ['/api/v1/nothing', 404, 'not-found'],
    ['/api/v1/%ff', 400, 'bad-request'],
  ])('%s is refused with %i', async (path, status, code) => {
    const answer = await server.get(path, admin);
    expect(answer).toMatchObject({ status, body: { error: { code, retryable: false } } });
    expect(Object.keys(answer.body.error).sort()).toEqual(['code', 'message', 'retryable']);
  });
});

describe('messages', () => {
  const page = (query = '', token = admin) => server.get(`/api/v1/interactions/${held}/messages${query}`, token);

  it('have exactly the fields of the contract', async () => {
    const { body } = await page();
    const items = z.array(messageViewSchema).parse(body.items);
    expect(items.map((one) => one.text)).toEqual(['text 1', 'text 2', 'text 3', 'text 4', 'text 5']);
    expect(Object.keys(body.items[0]).sort()).toEqual(
      [
        ...['id', 'interactionId', 'direction', 'kind', 'text', 'providerId', 'originTime', 'arrivalTime', 'status'],
        ...['error', 'sender', 'quoted', 'attachment', 'location', 'contacts', 'interactive', 'raw'],
      ].sort(),
    );
    expect(body.items[0]).toMatchObject({ direction: 'in', kind: 'text', status: 'received', interactionId: held });
  });

  it("hold the provider's own words for administrators only", async () => {
    const asAdmin = (await page()).body.items[0];
    expect(JSON.stringify(asAdmin.raw)).toContain('text 1');
    const asAgent = (await page('', kaa)).body.items[0];
    expect(asAgent.text).toBe('text 1');
    expect(asAgent).not.toHaveProperty('raw');
  });

  it('are paged through from the newest to the oldest', async () => {
    const texts = (answer: { body: { items: { text: string }[] } }) => answer.body.items.map((one) => one.text);
    const newest = await page('?limit=2');
    expect(texts(newest)).toEqual(['text 4', 'text 5']);
    const older = await page(`?limit=2&before=${newest.body.nextBefore}`);
    expect(texts(older)).toEqual(['text 2', 'text 3']);
    const oldest = await page(`?limit=2&before=${older.body.nextBefore}`);
    expect(texts(oldest)).toEqual(['text 1']);
    expect(oldest.body.nextBefore).toBeNull();
  });

  it('are not found behind a message of another interaction', async () => {
    const other = (await server.get(`/api/v1/interactions/${queued}/messages`, admin)).body.items[0].id;
    expect(await page(`?before=${other}`)).toMatchObject({ status: 400, body: { error: { code: 'bad-cursor' } } });
  });
});

describe('events', () => {
  it('tell what happened in order, with times as text', async () => {
    const first = await server.get(`/api/v1/interactions/${held}/events?limit=3`, admin);
    const items = z.array(eventViewSchema).parse(first.body.items);
    expect(items.map((one) => one.seq)).toEqual([1, 2, 3]);
    expect(items[0]?.kind).toBe('interaction.created');
    const rest = await server.get(`/api/v1/interactions/${held}/events?after=${first.body.nextAfter}`, admin);
    expect(rest.body.items[0].seq).toBe(4);
    expect(rest.body.nextAfter).toBeNull();
    const received = rest.body.items.find((one: { kind: string }) => one.kind === 'message.received');
    messageViewSchema.parse(received.data.message);
    const offered = rest.body.items.find((one: { kind: string }) => one.kind === 'interaction.offered');
    expect(offered.data.deadline).toMatch(/^\d{4}-.*Z$/);
  });
});

describe('contacts', () => {
  it('are found by name and by number', async () => {
    const names = async (q: string) =>
      (await server.get(`/api/v1/contacts?q=${encodeURIComponent(q)}`, admin)).body.items.map(
        (one: { displayName: string }) => one.displayName,
      );
    expect(await names('')).toEqual(['Ann Sample', 'Zoë Sample']);
    expect(await names('zoë')).toEqual(['Zoë Sample']);
    expect(await names('6505550001')).toEqual(['Ann Sample']);
    expect(await names('%')).toEqual([]);
  });

  it('are paged through', async () => {
    const first = (await server.get('/api/v1/contacts?limit=1', admin)).body;
    expect(first.items[0].displayName).toBe('Ann Sample');
    const second = (await server.get(`/api/v1/contacts?limit=1&cursor=${first.nextCursor}`, admin)).body;
    expect(second).toMatchObject({ items: [{ displayName: 'Zoë Sample' }], nextCursor: null });
  });

  it('are those they serve for an agent, with their history', async () => {
    const mine = (await server.get('/api/v1/contacts', kaa)).body.items;
    expect(mine.map((one: { displayName: string }) => one.displayName)).toEqual(['Ann Sample']);
    contactViewSchema.parse(mine[0]);
    expect((await server.get('/api/v1/contacts', baloo)).body.items).toEqual([]);
    const path = `/api/v1/contacts/${mine[0].id}`;
    expect((await server.get(path, kaa)).status).toBe(200);
    const history = await server.get(`${path}/interactions`, kaa);
    expect(history.body.items.map((one: { id: string }) => one.id)).toEqual([held]);
    expect((await server.get(path, baloo)).body.error.code).toBe('not-yours');
    expect((await server.get(`${path}/interactions`, baloo)).body.error.code).toBe('not-yours');
    expect((await server.get('/api/v1/contacts/none', admin)).body.error.code).toBe('not-found');
  });
});

describe('queues and agents', () => {
  it('say what waits and who does what, while access control is off', async () => {
    const queues = await server.get('/api/v1/queues', kaa);
    expect(queues.body.items).toEqual([
      { name: 'support', displayName: 'Support', waiting: 1, oldestSince: expect.stringMatching(/Z$/) },
    ]);
    const agents = await server.get('/api/v1/agents', admin);
    expect(agents.body.items).toMatchObject([
      { agent: 'kaa', state: 'not-ready', capacity: { used: 1, allowed: 5 } },
      { agent: 'baloo', state: 'logged-out' },
    ]);
  });

  it("need the supervisor's privileges once there are roles", async () => {
    const more = '[role-agents]\nmembers = agent:kaa, agent:baloo\n[role-leads]\nmembers = agent:baloo\n';
    const roles = await TestServer.start({ more: `${more}Supervisor.canSeeQueues = allowed\n` });
    try {
      const lead = (await roles.logIn('baloo')).token;
      const agent = (await roles.logIn('kaa')).token;
      expect((await roles.get('/api/v1/queues', lead)).status).toBe(200);
      expect((await roles.get('/api/v1/agents', lead)).status).toBe(403);
      expect((await roles.get('/api/v1/queues', agent)).body.error.code).toBe('forbidden');
      const roleDesk = await DeskClient.connect(roles.url, lead);
      expect((await roleDesk.welcome()).privileges).toEqual(['Supervisor.canSeeQueues']);
      await roleDesk.drop();
    } finally {
      await roles.stop();
    }
  });
});

describe('the log', () => {
  it('has an audit line for each read of an administrator, and nothing of the customers', () => {
    const all = server.logLines.join('');
    expect(all).toContain('"audit":true');
    for (const secret of ['Ann Sample', 'text 3', '16505550001', admin, kaa]) expect(all).not.toContain(secret);
  });
});
