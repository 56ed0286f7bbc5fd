import { describe, expect, it } from 'vitest';
import type { MethodParams } from '#shared/protocol/methods.ts';
import {
  channel,
  desk,
  eachWithSimulator,
  filled,
  list,
  listed,
  listOf,
  named,
  phones,
  server,
  simulator,
  startServer,
} from '../support/template-kit.ts';

eachWithSimulator();

const draft: MethodParams<'template.create'> = {
  channel: 'jungle',
  name: 'parcel_late',
  language: 'en',
  category: 'utility',
  header: { text: 'Order {{1}}', examples: { 1: 'J-1042' } },
  body: { text: 'Hello {{1}}, your parcel comes on {{2}}, a little late.', examples: { 1: 'Akela', 2: 'Friday' } },
  footer: 'Jungle support',
  buttons: [
    { type: 'quick-reply', title: 'That is fine' },
    { type: 'url', title: 'Track', url: 'https://a.example/{{1}}', hasParameter: true, example: 'https://a.example/1' },
  ],
};

describe('the list of templates', () => {
  it('is filled at the start, told, and kept over a restart and while the provider is away', async () => {
    await startServer();
    const first = await desk();
    const now = await listed(first, filled);
    expect(now).toMatchObject({ channel: 'jungle', error: null });
    expect(named(now, 'season_catalogue')).toMatchObject({ status: 'approved', header: { format: 'image' } });
    expect(named(now, 'flash_sale')).toMatchObject({ status: 'rejected', reason: 'INVALID_FORMAT' });
    await first.drop();
    await server.halt();
    await simulator.stop();
    await server.resume();
    const second = await desk();
    const after = listOf(await second.request('template.refresh', { channel: 'jungle' }));
    expect(after.templates).toEqual(now.templates);
    expect(after).toMatchObject({
      refreshedAt: now.refreshedAt,
      error: { code: 'provider-unreachable', retryable: true },
    });
    expect(await second.request('template.list', { channel: 'none' })).toMatchObject({
      error: { code: 'channel-unknown' },
    });
  });

  it('shows within a second that a template was paused, and that it is back', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const seen = client.frames.length;
    const at = Date.now();
    await phones.template('business_followup', { status: 'PAUSED' });
    while (!client.frames.slice(seen).some(({ type }) => type === 'library')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(Date.now() - at).toBeLessThan(1000);
    expect(named(await list(client), 'business_followup')).toMatchObject({ status: 'paused', reason: 'FIRST_PAUSE' });
    await phones.template('business_followup', { status: 'APPROVED', quality: 'YELLOW', category: 'MARKETING' });
    const wanted = { status: 'approved', reason: null, quality: 'yellow', category: 'marketing' };
    await listed(client, (now) => named(now, 'business_followup')?.category === 'marketing');
    expect(named(await list(client), 'business_followup')).toMatchObject(wanted);
  });

  it('says why it cannot be read without an account, or without a token', async () => {
    await startServer(channel('business-account-id = *'));
    const client = await desk();
    expect((await listed(client, ({ error }) => error !== null)).error?.message).toContain('business-account-id');
    expect(await client.request('template.create', draft)).toMatchObject({ error: { code: 'account-unknown' } });
  });

  it('is given over REST', async () => {
    await startServer();
    await listed(await desk(), filled);
    const token = await server.administratorToken();
    const { status, body } = await server.get('/api/v1/templates?channel=jungle', token);
    expect(status).toBe(200);
    expect(body.templates.length).toBeGreaterThan(5);
    expect(Date.parse(body.refreshedAt)).toBeGreaterThan(0);
    await phones.template('hello_world', { status: 'DISABLED' });
    const refreshed = await server.post('/api/v1/templates/refresh', { channel: 'jungle' }, token);
    expect(named(refreshed.body, 'hello_world')).toMatchObject({ status: 'disabled' });
    expect((await server.get('/api/v1/templates?channel=none', token)).status).toBe(404);
    expect((await server.get('/api/v1/templates?channel=jungle')).status).toBe(401);
  });
});

describe('an administrator', () => {
  it('adds a template, sees it approved, changes it and deletes it', async () => {
    await startServer();
    const client = await desk();
    await listed(client, filled);
    const created = named(listOf(await client.request('template.create', draft)), 'parcel_late');
    expect(created).toMatchObject({ status: 'pending', body: { parameters: ['1', '2'] }, footer: 'Jungle support' });
    const again = await client.request('template.create', draft);
    expect(again).toMatchObject({ ok: false, error: { code: 'template-invalid' } });
    await listed(client, (now) => named(now, 'parcel_late')?.status === 'approved');
    const id = created?.id ?? '';
    const other = { ...draft, id, footer: 'Yours, the jungle' };
    const edited = listOf(await client.request('template.edit', other));
    expect(named(edited, 'parcel_late')).toMatchObject({ footer: 'Yours, the jungle', status: 'pending' });
    const renamed = await client.request('template.edit', { ...other, name: 'other' });
    expect(renamed).toMatchObject({ error: { code: 'template-invalid' } });
    const left = listOf(await client.request('template.delete', { channel: 'jungle', id }));
    expect(named(left, 'parcel_late')).toBeUndefined();
    expect(await client.request('template.delete', { channel: 'jungle', id })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is told of the field that is wrong, and of what the provider says in its words', async () => {
    await startServer();
    const client = await desk();
    const body = { text: '{{1}} is late', examples: { 1: 'It' } };
    const invalid = await client.request('template.create', { ...draft, body });
    expect(invalid).toMatchObject({ error: { code: 'template-invalid', message: expect.stringMatching(/^Text: /) } });
    const { templates } = await listed(client, filled);
    const disabled = templates.find(({ name }) => name === 'loyalty_points');
    await phones.template('loyalty_points', { status: 'DISABLED' });
    const refused = await client.request('template.delete', { channel: 'jungle', id: disabled?.id ?? '' });
    expect(refused).toMatchObject({
      error: {
        code: 'template-refused',
        message: expect.stringContaining('disabled message template'),
        providerCode: '100',
      },
    });
  });

  it('needs the privilege, and others are not told of lists they may not ask for', async () => {
    await startServer(`${channel()}
[role-agent]
members = agent:kaa
InteractionWorkspace.WhatsApp.canUse = allowed
[role-other]
members = agent:baloo
InteractionWorkspace.Contact.canUse = allowed
`);
    const client = await desk();
    await listed(client, filled);
    expect(await client.request('template.create', draft)).toMatchObject({ error: { code: 'forbidden' } });
    const other = await desk('baloo');
    expect(await other.request('template.list', { channel: 'jungle' })).toMatchObject({ error: { code: 'forbidden' } });
    const seen = client.frames.length;
    await phones.template('hello_world', { status: 'PAUSED' });
    while (!client.frames.slice(seen).some(({ type }) => type === 'library')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await other.request('agent.set-state', { state: 'not-ready' });
    expect(other.frames.map(({ type }) => type)).not.toContain('library');
  });
});
