import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeNeeds } from '#server/rules/request-privileges.ts';
import { WHATSAPP_PRIVILEGE } from '#shared/options/privileges.ts';
import { DeskClient } from '../support/desk-client.ts';
import { pushOptions, roleOf } from '../support/server-options.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
let token: string;
let desk: DeskClient;
beforeAll(async () => {
  server = await TestServer.start({ more: roleOf('kaa') });
  token = (await server.logIn('kaa')).token;
  desk = await DeskClient.connect(server.url, token);
  await desk.welcome();
});
afterAll(() => server.stop());

/** Puts these roles in force, and waits until the desk knows. */
async function grant(more: string): Promise<void> {
  const seen = desk.frames.length;
  pushOptions(server, more);
  await desk.next('configuration', (frame) => desk.frames.indexOf(frame) >= seen);
}

/** A new customer's offer to the desk. */
async function offered(from: string): Promise<{ readonly offerId: string; readonly interactionId: string }> {
  const seen = desk.frames.length;
  await server.customerWrites('Hello', { from });
  const isOffer = (event: { kind: string }) => event.kind === 'interaction.offered';
  const frame = await desk.next('events', (one) => desk.frames.indexOf(one) >= seen && one.events.some(isOffer));
  const event = frame.events.find(isOffer) as { stream: string; data: { id: string } };
  return { offerId: event.data.id, interactionId: event.stream.slice('interaction:'.length) };
}

const refused = { ok: false, error: { code: 'forbidden', retryable: false } };

describe('every request', () => {
  it('over REST has its line in the table, and each line its route', async () => {
    const { body } = await server.get('/api/v1/openapi.json');
    const routes = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(routes.sort()).toEqual(Object.keys(routeNeeds).sort());
  });

  it('that needs a privilege says so in the description', async () => {
    const { body } = await server.get('/api/v1/openapi.json');
    for (const [name, need] of Object.entries(routeNeeds)) {
      const [method = '', path = ''] = name.split(' ');
      const operation = body.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
      const forbidden = String(operation.responses[403]?.description).includes('forbidden');
      expect([name, forbidden]).toEqual([name, !('none' in need)]);
    }
  });
});

describe('an agent without any privilege', () => {
  it('is refused what needs one, by socket and by REST, from the next request on', async () => {
    await desk.request('agent.set-state', { state: 'ready' });
    const held = await offered('16505550001');
    expect(await desk.request('offer.accept', { offerId: held.offerId })).toMatchObject({ ok: true });
    await grant('[role-none]\n');
    const { interactionId } = held;
    expect(await desk.request('offer.accept', { offerId: held.offerId })).toMatchObject(refused);
    expect(await desk.request('offer.reject', { offerId: held.offerId })).toMatchObject(refused);
    const done = { interactionId, dispositionCode: null, note: null };
    expect(await desk.request('interaction.done', done)).toMatchObject(refused);
    const content = { kind: 'text', text: 'Hello yourself' } as const;
    const message = { id: '01AAAAAAAAAAAAAAAAAAAAAAAA', interactionId, content };
    expect(await desk.request('message.send', message)).toMatchObject(refused);
    for (const path of [
      'contacts',
      'contacts/none',
      'contacts/none/interactions',
      'queues',
      'agents',
      'options/reports',
    ]) {
      const { status, body } = await server.get(`/api/v1/${path}`, token);
      expect([path, status, body.error.code]).toEqual([path, 403, 'forbidden']);
    }
  });

  it('still has what is about themselves and in their hands', async () => {
    expect(await desk.request('agent.set-state', { state: 'not-ready' })).toMatchObject({ ok: true });
    const { items } = (await server.get('/api/v1/interactions', token)).body;
    expect(items).toHaveLength(1);
    const interactionId = items[0].id;
    expect(await desk.request('interaction.get', { interactionId })).toMatchObject({ ok: true });
    const report = { at: 1, state: 'in-force' as const, diagnostics: [], findings: 0 };
    expect(await desk.request('options.report', report)).toMatchObject({ ok: true });
  });

  it('holds up no administrator', async () => {
    const admin = await server.administratorToken();
    for (const path of ['contacts', 'queues', 'agents', 'options/reports']) {
      expect((await server.get(`/api/v1/${path}`, admin)).status).toBe(200);
    }
  });
});

describe('single privileges', () => {
  it('for a disposition: without it, done only without one', async () => {
    await grant(roleOf('kaa', 'InteractionWorkspace.WorkItem.canSetDisposition'));
    const { items } = (await server.get('/api/v1/interactions', token)).body;
    const done = { interactionId: items[0].id, note: null };
    const withCode = await desk.request('interaction.done', { ...done, dispositionCode: 'resolved' });
    expect(withCode).toMatchObject(refused);
    expect(JSON.stringify(withCode)).toContain('canSetDisposition');
    expect(await desk.request('interaction.done', { ...done, dispositionCode: null })).toMatchObject({ ok: true });
  });

  it('for WhatsApp, withdrawn while it rings: the offer ends, and cannot be taken', async () => {
    await grant(roleOf('kaa'));
    await desk.request('agent.set-state', { state: 'ready' });
    const { offerId, interactionId } = await offered('16505550002');
    await grant(roleOf('kaa', WHATSAPP_PRIVILEGE));
    expect(await desk.request('offer.accept', { offerId })).toMatchObject(refused);
    const ended = await desk.next('events', ({ events }) =>
      events.some(
        (event) => event.kind === 'interaction.offer-ended' && event.stream === `interaction:${interactionId}`,
      ),
    );
    expect(ended.events[0]?.data).toMatchObject({
      outcome: 'withdrawn',
      reason: expect.stringContaining(WHATSAPP_PRIVILEGE),
    });
    const admin = await server.administratorToken();
    const { body } = await server.get(`/api/v1/interactions/${interactionId}`, admin);
    expect(body).toMatchObject({ stage: 'queued', agent: null });
    expect(server.logLines.join('')).toContain(`lacks the privilege ${WHATSAPP_PRIVILEGE}`);
  });

  it('for WhatsApp, given back: what waited is offered', async () => {
    const seen = desk.frames.length;
    await grant(roleOf('kaa'));
    const again = await desk.next(
      'events',
      (frame) => desk.frames.indexOf(frame) >= seen && frame.events.some(({ kind }) => kind === 'interaction.offered'),
    );
    expect(again.introduces).toHaveLength(1);
  });
});
