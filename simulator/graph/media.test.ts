import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { akela, defaults, phoneId, World } from '../testing/world.ts';

const world = new World();
const headers = { authorization: `Bearer ${defaults.accessToken}` };
beforeAll(async () => {
  await world.start();
  await world.inbound();
});
afterAll(() => world.stop());

const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 13, 10, 45, 45]);

async function upload(type = 'image/png', content = bytes, product = 'whatsapp') {
  const form = new FormData();
  form.set('messaging_product', product);
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(content)], { type }), 'Größe 1.png');
  const response = await fetch(`${world.url}/v25.0/${phoneId}/media`, { method: 'POST', headers, body: form });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

describe('media', () => {
  it('is uploaded, described and fetched in two steps', async () => {
    const { id } = (await upload()).body;
    const described = (await world.graph('GET', `/v25.0/${id}?phone_number_id=${phoneId}`)).body;
    expect(described).toEqual({
      messaging_product: 'whatsapp',
      url: expect.stringContaining('/whatsapp_business/attachments/?mid='),
      mime_type: 'image/png',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      file_size: bytes.length,
      id,
    });
    const file = await fetch(described.url, { headers });
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
  });

  it('is not fetched without the token, nor with another address, nor after five minutes', async () => {
    const { id } = (await upload()).body;
    const { url } = (await world.graph('GET', `/${id}`)).body;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url.replace(/ext=\d/, 'ext=9'), { headers })).status).toBe(404);
    world.clock.advance(5 * 60_000 + 1000);
    expect((await fetch(url, { headers })).status).toBe(404);
    const again = (await world.graph('GET', `/${id}`)).body;
    expect((await fetch(again.url, { headers })).status).toBe(200);
  });

  it('expires after 30 days', async () => {
    const { id } = (await upload()).body;
    world.clock.advance(30 * 24 * 3_600_000 - 1);
    expect((await world.graph('GET', `/${id}`)).status).toBe(200);
    world.clock.advance(1);
    expect((await world.graph('GET', `/${id}`)).body.error.error_subcode).toBe(33);
  });

  it('has the type of the field where the part of the form says none', async () => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', 'image/png');
    form.set('file', new Blob([new Uint8Array(bytes)]), 'a.png');
    const response = await fetch(`${world.url}/v25.0/${phoneId}/media`, { method: 'POST', headers, body: form });
    const { id } = JSON.parse(await response.text());
    expect((await world.graph('GET', `/${id}`)).body.mime_type).toBe('image/png');
  });

  it('is deleted', async () => {
    const { id } = (await upload()).body;
    expect((await world.graph('DELETE', `/v25.0/${id}`)).body).toEqual({ success: true });
    expect((await world.graph('GET', `/v25.0/${id}`)).status).toBe(400);
  });

  it('is refused when of a wrong type, too large, or not a form', async () => {
    const type = await upload('application/octet-stream');
    expect(type.status).toBe(400);
    expect(type.body.error.message).toMatch(
      /^\(#100\) Param file must be a file with one of the following types: audio/,
    );
    expect(type.body.error.message).toContain("Received file of type 'application/octet-stream'.");
    const size = await upload('image/png', Buffer.alloc(5 * 1024 * 1024 + 1));
    expect(size.body.error.message).toContain('Media file size too big. Max file size we currently support: 5MB.');
    expect((await upload('image/png', bytes, 'x')).body.error.message).toContain('messaging_product');
    expect((await world.graph('POST', `/v25.0/${phoneId}/media`, {})).body.error.code).toBe(100);
  });

  it('of the wrong kind in a message fails by a status', async () => {
    await world.inbound();
    await world.settled();
    const before = world.receiver.received.length;
    const { id } = (await upload('application/pdf')).body;
    expect((await world.send({ type: 'image', image: { id } })).status).toBe(200);
    world.clock.advance(300);
    await world.receiver.atLeast(before + 1);
    const [status] = (await world.value(before)).statuses;
    expect(status.errors[0]).toMatchObject({ code: 131053, title: 'Media upload error' });
    expect(status.errors[0].error_data.details).toContain('Unsupported Image mime type application/pdf.');
  });

  it('from a customer can be fetched, by id and by the address in the webhook', async () => {
    await world.settled();
    const before = world.receiver.received.length;
    await world.inbound({
      type: 'document',
      document: { caption: 'My bill', mime_type: 'application/zip', base64: 'UEsFBg==' },
    });
    const { document } = (await world.value(before)).messages[0];
    expect(document).toMatchObject({ caption: 'My bill', mime_type: 'application/zip' });
    expect(document.base64).toBeUndefined();
    const content = Buffer.from('UEsFBg==', 'base64');
    expect(document.sha256).toBe(createHash('sha256').update(content).digest('base64'));
    const { url } = (await world.graph('GET', `/${document.id}`)).body;
    for (const address of [url, document.url]) {
      expect(Buffer.from(await (await fetch(address, { headers })).arrayBuffer())).toEqual(content);
    }
    expect((await world.phone(akela)).at(-1).text).toBe('My bill');
  });
});
