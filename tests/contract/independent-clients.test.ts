import { Client, MessageType } from '@great-detail/whatsapp';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, akela, defaults, phoneId, World } from '#simulator/testing/world.ts';

// SIM-1: client libraries by others, as they come from the registry, must not notice that this is not Meta.

const world = new World();
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3]);
let kapso: WhatsAppClient;
let greatDetail: Client;

beforeAll(async () => {
  await world.start();
  await world.inbound();
  kapso = new WhatsAppClient({ baseUrl: world.url, graphVersion: 'v25.0', accessToken: defaults.accessToken });
  greatDetail = new Client({
    baseUrl: world.url,
    graphVersion: 'v25.0',
    request: { headers: { Authorization: `Bearer ${defaults.accessToken}` } },
  });
});
afterAll(() => world.stop());

async function shown(): Promise<{ readonly id: string; readonly kind: string; readonly text: string }> {
  world.clock.advance(1000);
  return (await world.phone()).at(-1);
}

describe('@kapso/whatsapp-cloud-api', () => {
  it('sends a text', async () => {
    const { messages, contacts } = await kapso.messages.sendText({ phoneNumberId: phoneId, to: akela, body: 'Hi 😀' });
    expect(contacts[0]).toMatchObject({ input: akela, waId: akela });
    expect(await shown()).toMatchObject({ id: messages[0]?.id, kind: 'text', text: 'Hi 😀' });
  });

  it('sends reply buttons and a list', async () => {
    const buttons = [{ id: 'yes', title: 'Yes' }];
    await kapso.messages.sendInteractiveButtons({ phoneNumberId: phoneId, to: akela, bodyText: 'Sure?', buttons });
    expect((await shown()).text).toBe('Sure?\n[Yes]');
    const sections = [{ title: 'Days', rows: [{ id: 'mon', title: 'Monday' }] }];
    const list = { phoneNumberId: phoneId, to: akela, bodyText: 'When?', buttonText: 'Days', sections };
    await kapso.messages.sendInteractiveList(list);
    expect((await shown()).text).toContain('- Monday');
  });

  it('sends a template', async () => {
    const parameters = [
      { type: 'text' as const, text: 'Akela' },
      { type: 'text' as const, text: 'Friday' },
    ];
    const template = {
      name: 'order_shipped',
      language: { code: 'ar' },
      components: [{ type: 'body' as const, parameters }],
    };
    const { messages } = await kapso.messages.sendTemplate({ phoneNumberId: phoneId, to: akela, template });
    expect(await shown()).toMatchObject({ id: messages[0]?.id, kind: 'template' });
    expect((await shown()).text).toContain('مرحباً Akela');
  });

  it('uploads a file, sends it, and fetches it in two steps', async () => {
    const { id } = await kapso.media.upload({
      phoneNumberId: phoneId,
      type: 'image/png',
      file: picture,
      fileName: 'a.png',
    });
    await kapso.messages.sendImage({ phoneNumberId: phoneId, to: akela, image: { id, caption: 'Look' } });
    expect(await shown()).toMatchObject({ kind: 'image', text: 'Look' });
    expect((await kapso.media.get({ mediaId: id })).mimeType).toBe('image/png');
    const bytes = await kapso.media.download({ mediaId: id, auth: 'always' });
    expect(Buffer.from(bytes as ArrayBuffer)).toEqual(picture);
    expect((await kapso.media.delete({ mediaId: id })).success).toBe(true);
  });

  it('marks as read, with typing', async () => {
    const messageId = await world.inbound();
    const answer = await kapso.messages.markRead({
      phoneNumberId: phoneId,
      messageId,
      typingIndicator: { type: 'text' },
    });
    expect(answer.success).toBe(true);
  });

  it('pages through templates', async () => {
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await kapso.templates.list({ businessAccountId: account, limit: 5, ...(after ? { after } : {}) });
      names.push(...page.data.map(({ name }) => name));
      after = page.paging?.next ? (page.paging.cursors?.after ?? undefined) : undefined;
    } while (after);
    expect(names).toContain('hello_world');
    expect(names).toHaveLength(11);
  });

  it('understands a refusal', async () => {
    const sending = kapso.messages.sendText({ phoneNumberId: phoneId, to: 'nobody', body: 'x' });
    await expect(sending).rejects.toMatchObject({ code: 131009, httpStatus: 400 });
  });

  it('verifies and reads webhooks', async () => {
    await world.inbound({ type: 'text', text: { body: 'Grüße / 😀 @' } });
    await world.settled();
    const received = world.receiver.received.at(-1);
    const signatureHeader = String(received?.headers['x-hub-signature-256']);
    const check = (rawBody: string) => verifySignature({ appSecret: defaults.appSecret, rawBody, signatureHeader });
    expect(check(received?.body ?? '')).toBe(true);
    expect(check(`${received?.body} `)).toBe(false);
    const { phoneNumberId, messages, contacts } = normalizeWebhook(JSON.parse(received?.body ?? ''));
    expect(phoneNumberId).toBe(phoneId);
    expect(messages[0]).toMatchObject({ from: akela, text: { body: 'Grüße / 😀 @' } });
    expect(contacts[0]).toMatchObject({ waId: akela, profile: { name: 'Akela Raksha' } });
  });
});

describe('@great-detail/whatsapp', () => {
  it('sends a text', async () => {
    const { messages } = await greatDetail.message
      .createMessage({ phoneNumberID: phoneId, to: akela, type: MessageType.Text, text: { body: 'Good day' } })
      .json();
    expect(await shown()).toMatchObject({ id: messages[0]?.id, text: 'Good day' });
  });

  it('sends a template', async () => {
    const template = { name: 'hello_world', language: { code: 'en_US' as const }, components: [] };
    await greatDetail.message
      .createMessage({ phoneNumberID: phoneId, to: akela, type: MessageType.Template, template })
      .json();
    expect((await shown()).text).toContain('Welcome and congratulations!!');
  });

  it('uploads a file and asks where it is', async () => {
    const { id } = await greatDetail.media
      .upload({ phoneNumberID: phoneId, file: new Blob([picture]), filename: 'a.png', mimeType: 'image/png' })
      .json();
    const described = await greatDetail.media.getURL({ mediaID: id, phoneNumberID: phoneId }).json();
    expect(described).toMatchObject({ mime_type: 'image/png', file_size: picture.length });
  });

  it('creates a template and lists it', async () => {
    const components = [{ type: 'BODY' as const, text: 'Thank you for your visit to our shop.' }];
    const format = 'POSITIONAL' as const;
    const base = { name: 'visit', language: 'en_US' as const, category: 'UTILITY' as const };
    const draft = { ...base, parameter_format: format, components };
    const created = await greatDetail.template.create(account, draft).json();
    expect(created).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
    world.clock.advance(5000);
    const { data } = await greatDetail.template.list(account, { limit: 100 }).json();
    expect(data.find(({ id }) => id === created.id)).toMatchObject({ name: 'visit', status: 'APPROVED' });
  });

  it('reads numbers and the profile', async () => {
    const numbers = await greatDetail.phoneNumbers.listPhoneNumbers({ businessAccountID: account }).json();
    expect(numbers.data[0]?.id).toBe(phoneId);
    const profile = await greatDetail.businessProfile.getBusinessProfile({ phoneNumberID: phoneId }).json();
    expect(profile.data[0]).toMatchObject({ messaging_product: 'whatsapp' });
  });

  it('verifies webhooks', async () => {
    await world.inbound({ type: 'text', text: { body: 'Grüße / 😀' } });
    await world.settled();
    const received = world.receiver.received.at(-1);
    const event = await greatDetail.webhook.eventNotification({
      method: 'POST',
      query: {},
      body: received?.body ?? '',
      headers: Object.fromEntries(
        Object.entries(received?.headers ?? {}).map(([name, value]) => [name, String(value)]),
      ),
    });
    expect(await event.signature.sha256.check(defaults.appSecret)).toBe(true);
    expect(await event.signature.sha256.check('another')).toBe(false);
  });
});
