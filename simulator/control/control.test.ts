import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account, akela, defaults, phoneId, World } from '../testing/world.ts';
import { signBody } from '../webhooks/signature.ts';

let world: World;
beforeEach(async () => {
  world = await new World().start();
});
afterEach(() => world.stop());

describe('inbound', () => {
  it('goes to the business in the shape of real ones', async () => {
    const { body } = await world.control('/inbound', {
      from: '+1 614 555-0123',
      profileName: 'Akela Raksha',
      message: { type: 'text', text: { body: 'Hello' } },
    });
    const [received] = await world.receiver.atLeast(1);
    expect(received?.headers['x-hub-signature-256']).toBe(
      signBody(defaults.appSecret, Buffer.from(received?.body ?? '')),
    );
    const payload = JSON.parse(received?.body ?? '');
    expect(payload).toEqual({
      object: 'whatsapp_business_account',
      entry: [{ id: account, changes: [{ field: 'messages', value: expect.anything() }] }],
    });
    expect(payload.entry[0].changes[0].value).toEqual({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550100199', phone_number_id: phoneId },
      contacts: [{ profile: { name: 'Akela Raksha' }, wa_id: akela, user_id: expect.stringMatching(/^US\.\d+$/) }],
      messages: [
        {
          from: akela,
          from_user_id: expect.stringMatching(/^US\.\d+$/),
          id: body.id,
          timestamp: String(world.clock.now() / 1000),
          text: { body: 'Hello' },
          type: 'text',
        },
      ],
    });
  });

  it('leaves user ids out when told to', async () => {
    await world.control('/options', { behaviour: { userIds: false } });
    await world.inbound();
    const value = await world.value(0);
    expect(value.contacts[0].user_id).toBeUndefined();
    expect(value.messages[0].from_user_id).toBeUndefined();
  });

  it('can come from somebody who hides the number', async () => {
    const userId = 'IN.13491208655302741918';
    await world.control('/inbound', {
      userId,
      username: '@baloo',
      profileName: 'Baloo',
      message: { text: { body: 'Hi' } },
    });
    const value = await world.value(0);
    expect(value.contacts).toEqual([{ profile: { name: 'Baloo', username: '@baloo' }, user_id: userId }]);
    expect(value.messages[0]).not.toHaveProperty('from');
    expect(value.messages[0].from_user_id).toBe(userId);
  });

  it('keeps the id and time it was given, and is on the phone once', async () => {
    const message = { id: 'wamid.same', timestamp: '1767600000', type: 'text', text: { body: 'Old' } };
    await world.inbound(message);
    await world.inbound(message);
    await world.receiver.atLeast(2);
    expect(await world.phone()).toMatchObject([{ id: 'wamid.same', at: '2026-01-05T08:00:00.000Z' }]);
  });

  it('is refused without a sender, for an unknown number, or with unknown members', async () => {
    const message = { text: { body: 'x' } };
    expect((await world.control('/inbound', { message })).status).toBe(400);
    expect((await world.control('/inbound', { from: akela, phoneNumberId: '1', message })).status).toBe(404);
    expect((await world.control('/inbound', { from: akela, message, form: 'x' })).status).toBe(400);
  });
});

describe('whole webhooks', () => {
  const payload = (number: string) => ({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: number },
              contacts: [{ profile: { name: 'Baloo' }, wa_id: '16145550124' }],
              messages: [
                { from: '16145550124', id: 'wamid.w', timestamp: '1767603000', text: { body: 'x' }, type: 'text' },
              ],
            },
          },
        ],
      },
    ],
  });

  it('are posted as they are, and can then be answered', async () => {
    await world.control('/webhook', payload('106540352242999'));
    const [received] = await world.receiver.atLeast(1);
    expect(JSON.parse(received?.body ?? '')).toEqual(payload('106540352242999'));
    const body = { messaging_product: 'whatsapp', to: '16145550124', type: 'text', text: { body: 'Hi' } };
    expect((await world.graph('POST', '/106540352242999/messages', body)).status).toBe(200);
    world.clock.advance(1000);
    await world.receiver.atLeast(3);
    expect(world.statuses()).toEqual(['sent', 'delivered']);
  });

  it('keep numbers that JavaScript cannot hold', async () => {
    const body = '{"object": "whatsapp_business_account", "entry": [{"id": 12345678901234567890}]}';
    const headers = { 'content-type': 'application/json' };
    await fetch(`${world.url}/control/webhook`, { method: 'POST', headers, body });
    expect((await world.receiver.atLeast(1))[0]?.body).toBe(body);
  });

  it('can be broken, byte for byte, and signed wrongly', async () => {
    const broken = '{"object": "ü"}{}';
    await world.call('POST', '/control/webhook?signature=wrong').catch(() => undefined);
    const response = await fetch(`${world.url}/control/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: broken,
    });
    expect(response.status).toBe(200);
    const received = await world.receiver.atLeast(2);
    const found = received.find(({ body }) => body === broken);
    expect(found?.headers['x-hub-signature-256']).toBe(signBody(defaults.appSecret, Buffer.from(broken)));
    const wrong = received.find(({ body }) => body !== broken);
    expect(wrong?.headers['x-hub-signature-256']).not.toBe(
      signBody(defaults.appSecret, Buffer.from(wrong?.body ?? '')),
    );
  });
});

describe('a phone', () => {
  it('answers with a button, which shows that the message was read', async () => {
    await world.inbound();
    const buttons = [{ type: 'reply', reply: { id: 'yes', title: 'Yes, please' } }];
    const interactive = { type: 'button', body: { text: 'Send it?' }, action: { buttons } };
    const { id } = (await world.send({ type: 'interactive', interactive })).body.messages[0];
    world.clock.advance(1000);
    await world.control(`/phones/${akela}/choose`, { messageId: id, id: 'yes' });
    await world.receiver.atLeast(5);
    expect(world.statuses()).toEqual(['sent', 'delivered', 'read']);
    const value = await world.value(4);
    expect(value.messages[0]).toMatchObject({
      context: { from: '15550100199', id },
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes, please' } },
    });
  });

  it('answers with a row of the newest list that has it', async () => {
    await world.inbound();
    const rows = [{ id: 'mon', title: 'Monday', description: 'Morning' }];
    const interactive = { type: 'list', body: { text: 'When?' }, action: { button: 'Days', sections: [{ rows }] } };
    await world.send({ type: 'interactive', interactive });
    const { body } = await world.control(`/phones/${akela}/choose`, { id: 'mon' });
    await world.receiver.atLeast(5);
    const value = await world.value(4);
    expect(value.messages[0].id).toBe(body.id);
    expect(value.messages[0].interactive.list_reply).toEqual({ id: 'mon', title: 'Monday', description: 'Morning' });
  });

  it('answers a template with its quick reply', async () => {
    const body = { type: 'body', parameters: ['مريم', 'الجمعة'].map((text) => ({ type: 'text', text })) };
    const template = { name: 'order_shipped', language: { code: 'ar' }, components: [body] };
    await world.send({ type: 'template', template });
    await world.control(`/phones/${akela}/choose`, { id: '0' });
    await world.receiver.atLeast(4);
    expect((await world.value(3)).messages[0]).toMatchObject({ type: 'button', button: { text: 'تحدث معنا' } });
  });

  it('cannot choose what nobody offered', async () => {
    await world.inbound();
    expect((await world.control(`/phones/${akela}/choose`, { id: 'yes' })).status).toBe(404);
    expect((await world.control('/phones/1/read')).status).toBe(404);
  });

  it('shows what the business quotes and how it reacts, under the message', async () => {
    const id = await world.inbound();
    await world.send({ type: 'text', text: { body: 'This?' }, context: { message_id: id } });
    await world.send({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
    await world.control(`/phones/${akela}/react`, { messageId: id, emoji: '❤️' });
    world.clock.advance(1000);
    const [first, answer] = await world.phone();
    expect(answer.quoted).toEqual({ id, text: 'Hello' });
    expect(first.reactions).toEqual([
      { by: 'customer', emoji: '❤️' },
      { by: 'business', emoji: '👍' },
    ]);
    await world.send({ type: 'reaction', reaction: { message_id: id, emoji: '' } });
    world.clock.advance(1000);
    expect((await world.phone())[0].reactions).toEqual([{ by: 'customer', emoji: '❤️' }]);
  });

  it('reacts, and takes the reaction away', async () => {
    await world.inbound();
    const { id } = (await world.text('Hi')).body.messages[0];
    world.clock.advance(1000);
    await world.control(`/phones/${akela}/react`, { messageId: id, emoji: '❤️' });
    await world.control(`/phones/${akela}/react`, { messageId: id, emoji: '' });
    await world.receiver.atLeast(6);
    expect((await world.value(4)).messages[0].reaction).toEqual({ message_id: id, emoji: '❤️' });
    expect((await world.value(5)).messages[0].reaction).toEqual({ message_id: id });
  });
});

describe('the clock', () => {
  it('moves here and on the server', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (chunk) => bodies.push(`${request.url} ${chunk}`));
      request.on('end', () => response.end('{}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await world.control('/callback', { url: `${origin}/webhooks/whatsapp/jungle` });
    const before = world.clock.now();
    const { body } = await world.control('/clock', { advanceSeconds: 3600 });
    expect(body.moved).toEqual([origin]);
    expect(bodies).toEqual(['/trial/clock {"advanceSeconds":3600}']);
    expect(world.clock.now()).toBe(before + 3_600_000);
    server.close();
  });

  it('stays everywhere when the server refuses', async () => {
    const server = createServer((_, response) => response.writeHead(400).end('too far'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await world.control('/callback', { url: `${origin}/webhooks/whatsapp/jungle` });
    const before = world.clock.now();
    const { status, body } = await world.control('/clock', { advanceSeconds: 3600 });
    expect([status, body.error.message]).toEqual([409, expect.stringContaining('too far')]);
    expect(world.clock.now()).toBe(before);
    server.close();
  });

  it('moves here even when no server is there', async () => {
    await world.receiver.stop();
    const before = world.clock.now();
    expect((await world.control('/clock', { advanceSeconds: 60 })).status).toBe(200);
    expect(world.clock.now()).toBe(before + 60_000);
  });
});

describe('the rest', () => {
  it('takes an empty body for an empty object, and refuses broken JSON', async () => {
    const post = (body: string) =>
      fetch(`${world.url}/control/reset`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect((await post('')).status).toBe(200);
    expect((await post('{')).status).toBe(400);
  });

  it('changes options all or nothing', async () => {
    const wrong = await world.control('/options', { timings: { sentDelayMs: 1 }, limits: { pairBurst: 0 } });
    expect(wrong.status).toBe(400);
    const right = await world.control('/options', { timings: { deliveredDelayMs: 5 } });
    expect(right.body.timings).toMatchObject({ sentDelayMs: 300, deliveredDelayMs: 5 });
    expect((await world.control('/options', { timings: { nonsense: 1 } })).status).toBe(400);
  });

  it('shows state and deliveries, and forgets them on reset', async () => {
    await world.inbound();
    await world.receiver.atLeast(1);
    const state = async () => (await world.call('GET', '/control/state')).body;
    await world.settled();
    expect(await state()).toMatchObject({ phones: 1, messages: { in: 1, out: 0 } });
    const { deliveries } = (await world.call('GET', '/control/deliveries')).body;
    expect(deliveries).toMatchObject([{ state: 'delivered', attempts: [{ status: 200 }] }]);
    await world.control('/reset');
    expect(await state()).toMatchObject({ phones: 0, messages: { in: 0, out: 0 } });
  });

  it('serves this computer only', async () => {
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
      expect((await world.call('GET', '/control/state', undefined, headers)).status).toBe(403);
    }
  });
});
