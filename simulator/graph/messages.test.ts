import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { akela, defaults, phoneId, World } from '../testing/world.ts';

const world = new World();
beforeAll(() => world.start({ limits: { pairSeconds: 0, messagesPerSecond: 0 } }));
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('/reset');
  await world.inbound();
});

const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (...list: object[]) => ({
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'Pick' }, action: { buttons: list } },
});
const row = (id: string, title = `Row ${id}`) => ({ id, title });
const list = (...rows: object[]) => ({
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'Pick' }, action: { button: 'Open', sections: [{ title: 'A', rows }] } },
});

describe('sending', () => {
  it('answers as Meta does', async () => {
    const { status, body, headers } = await world.send({ to: '+1 (614) 555-0123', text: { body: 'Hi' } }, 'v23.0');
    expect(status).toBe(200);
    expect(body).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: '+1 (614) 555-0123', wa_id: akela }],
      messages: [{ id: expect.stringMatching(/^wamid\.[A-Za-z0-9+/]+=*$/) }],
    });
    expect(headers.get('facebook-api-version')).toBe('v23.0');
  });

  it('works without a version in the path, and as a form', async () => {
    const form = new URLSearchParams({ messaging_product: 'whatsapp', to: akela, type: 'text', text: '{"body":"Hi"}' });
    const response = await fetch(`${world.url}/${phoneId}/messages?access_token=${defaults.accessToken}`, {
      method: 'POST',
      body: form,
    });
    expect(response.status).toBe(200);
  });

  it.each([
    ['text', { text: { body: 'x'.repeat(4096) } }],
    ['image by link', { type: 'image', image: { link: 'https://pictures.example/a.png' } }],
    ['location', { type: 'location', location: { latitude: '39.96', longitude: -83, name: 'Shop' } }],
    ['contacts', { type: 'contacts', contacts: [{ name: { formatted_name: 'Baloo Sloth' } }] }],
    ['three buttons', buttons(button('a', 'A'), button('b', 'B'), button('c', 'x'.repeat(20)))],
    ['ten rows', list(...Array.from({ length: 10 }, (_, index) => row(String(index))))],
    [
      'link button',
      {
        type: 'interactive',
        interactive: {
          type: 'cta_url',
          body: { text: 'See' },
          action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://jungle.example' } },
        },
      },
    ],
  ])('takes %s', async (_, message) => {
    expect((await world.send(message)).status).toBe(200);
  });

  const refusals: readonly (readonly [name: string, message: object, code: number, text: string])[] = [
    ['no text', { text: {} }, 100, "(#100) The parameter text['body'] is required."],
    ['text of 4097', { text: { body: 'x'.repeat(4097) } }, 100, 'must be at most 4096 characters long.'],
    ['no recipient', { to: '', text: { body: 'x' } }, 100, '(#100) The parameter to is required.'],
    ['unknown type', { type: 'fax' }, 100, 'Param type must be one of {TEXT, IMAGE,'],
    ['malformed number', { to: 'Akela', text: { body: 'x' } }, 131009, 'The phone number is malformed'],
    ['own number', { to: '15550100199', text: { body: 'x' } }, 131021, ''],
    ['four buttons', buttons(...['a', 'b', 'c', 'd'].map((id) => button(id, id))), 131009, 'Invalid buttons count.'],
    [
      'long button',
      buttons(button('a', 'x'.repeat(21))),
      131009,
      'Button title length invalid. Min length: 1, Max length: 20',
    ],
    ['same buttons', buttons(button('a', 'A'), button('b', 'A')), 131009, 'Button title must be unique'],
    [
      'eleven rows',
      list(...Array.from({ length: 11 }, (_, index) => row(String(index)))),
      131009,
      'Total row count exceed max allowed count: 10',
    ],
    ['long row', list(row('a', 'x'.repeat(25))), 131009, 'Row title is too long. Max length is 24'],
    ['no file', { type: 'image', image: { caption: 'x' } }, 100, "The parameter image['id'] is required."],
    [
      'unknown file',
      { type: 'image', image: { id: '1' } },
      100,
      'is not a valid whatsapp business account media attachment ID',
    ],
    [
      'long body of buttons',
      {
        type: 'interactive',
        interactive: { type: 'button', body: { text: 'x'.repeat(1025) }, action: { buttons: [button('a', 'A')] } },
      },
      131009,
      'Body text length invalid. Min length: 1, Max length: 1024',
    ],
    [
      'buttons without body',
      { type: 'interactive', interactive: { type: 'button', action: { buttons: [button('a', 'A')] } } },
      100,
      "(#100) The parameter interactive['body']['text'] is required.",
    ],
  ];

  it.each(refusals)('refuses %s', async (_, message, code, text) => {
    const { status, body } = await world.send({ ...message });
    expect(status).toBe(400);
    expect(body.error.code).toBe(code);
    expect(body.error.type).toBe('OAuthException');
    expect(`${body.error.message} ${body.error.error_data?.details ?? ''}`).toContain(text);
    expect(await world.phone(akela, '?all')).toHaveLength(1);
  });

  it('wants the product named', async () => {
    const { body } = await world.graph('POST', `/${phoneId}/messages`, { to: akela, text: { body: 'x' } });
    expect(body.error.message).toBe('(#100) The parameter messaging_product is required.');
  });

  it('knows only its own numbers and token', async () => {
    const unknown = await world.graph('POST', '/v25.0/1/messages', { messaging_product: 'whatsapp' });
    expect(unknown.body.error).toMatchObject({ code: 100, error_subcode: 33, type: 'GraphMethodException' });
    const none = await world.call('POST', `/v25.0/${phoneId}/messages`, {});
    expect([none.status, none.body.error.code]).toEqual([401, 104]);
    const wrong = await world.call('POST', `/v25.0/${phoneId}/messages`, {}, { authorization: 'Bearer x' });
    expect([wrong.status, wrong.body.error.code]).toEqual([401, 190]);
  });

  it('sends to a user id, except authentication templates', async () => {
    const userId = 'US.13491208655302741918';
    await world.control('/inbound', {
      userId,
      username: '@baloo',
      profileName: 'Baloo',
      message: { text: { body: 'Hi' } },
    });
    const sent = await world.send({ to: undefined, recipient: userId, type: 'text', text: { body: 'Hi' } });
    expect(sent.body.contacts).toEqual([{ input: userId, user_id: userId }]);
    const template = {
      name: 'login_code',
      language: { code: 'en_US' },
      components: [
        { type: 'body', parameters: [{ type: 'text', text: '123456' }] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
      ],
    };
    const refused = await world.send({ to: undefined, recipient: userId, type: 'template', template });
    expect(refused.body.error.code).toBe(131062);
  });

  it('puts its own country in front of formatted numbers without a plus sign', async () => {
    const { body } = await world.send({ to: '(614) 555-0199', text: { body: 'x' } });
    expect(body.contacts[0].wa_id).toBe('16145550199');
  });

  it('finds a customer under another spelling of the number', async () => {
    await world.inbound({ text: { body: 'Hola' } }, '5219993700779');
    const { body } = await world.send({ to: '529993700779', text: { body: 'x' } });
    expect(body.contacts[0]).toEqual({ input: '529993700779', wa_id: '5219993700779' });
  });
});

describe('read marks', () => {
  it('mark the message and those before it, and show typing for 25 seconds', async () => {
    const id = await world.inbound({ text: { body: 'Second' } });
    const mark = { messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } };
    expect((await world.graph('POST', `/v25.0/${phoneId}/messages`, mark)).body).toEqual({ success: true });
    expect((await world.phone()).map((message) => message.readAt)).toEqual([expect.any(String), expect.any(String)]);
    const typing = async () => (await world.call('GET', `/control/phones/${akela}`)).body.businessIsTyping;
    expect(await typing()).toBe(true);
    world.clock.advance(25_000);
    expect(await typing()).toBe(false);
  });

  it('are refused for a message the number never received', async () => {
    const mark = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.none' };
    const { status, body } = await world.graph('POST', `/v25.0/${phoneId}/messages`, mark);
    expect([status, body.error.code]).toEqual([400, 131009]);
  });
});
