import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiver } from '../testing/receiver.ts';
import { account, phoneId, World } from '../testing/world.ts';

let world: World;
let own: Receiver;
let ownUrl: string;
beforeEach(async () => {
  world = await new World().start();
  own = new Receiver();
  ownUrl = `${await own.start()}/own`;
});
afterEach(async () => {
  await world.stop();
  await own.stop();
});

const configure = (override_callback_uri: string) =>
  world.graph('POST', `/v25.0/${phoneId}`, { webhook_configuration: { override_callback_uri, verify_token: 't' } });

describe('a number', () => {
  it('is listed and described', async () => {
    const { data } = (await world.graph('GET', `/v25.0/${account}/phone_numbers`)).body;
    expect(data[0]).toMatchObject({ id: phoneId, verified_name: 'Jungle support', quality_rating: 'GREEN' });
    const described = await world.graph(
      'GET',
      `/v25.0/${phoneId}?fields=display_phone_number,throughput{level},status`,
    );
    expect(described.body).toEqual({
      display_phone_number: '+15550100199',
      throughput: { level: 'STANDARD' },
      status: 'CONNECTED',
      id: phoneId,
    });
  });

  it('gets a callback of its own after the handshake', async () => {
    expect((await configure(ownUrl)).body).toEqual({ success: true });
    await world.inbound();
    const [received] = await own.atLeast(1);
    expect(received?.path).toBe('/own');
    expect(world.receiver.received).toEqual([]);
    expect((await configure('')).status).toBe(200);
    await world.inbound();
    await world.receiver.atLeast(1);
  });

  it('keeps its old callback when the challenge is not echoed', async () => {
    own.echo = () => 'something else';
    const { status, body } = await configure(ownUrl);
    expect([status, body.error.code]).toEqual([400, 2200]);
    await world.inbound();
    await world.receiver.atLeast(1);
  });

  it('lets webhooks that belong to no number come to its callback', async () => {
    await configure(ownUrl);
    await world.control('/templates/hello_world', { status: 'PAUSED' });
    await own.atLeast(1);
  });

  it('follows a callback set by the control API, even after a reset', async () => {
    await world.control('/callback', { url: ownUrl });
    await world.control('/reset');
    await world.inbound();
    await own.atLeast(1);
  });

  it('takes no callback on another computer', async () => {
    expect((await configure('https://webhooks.example/')).body.error.message).toContain('this computer only');
  });

  it('has a profile that can be changed in parts', async () => {
    const path = `/v25.0/${phoneId}/whatsapp_business_profile`;
    const change = { messaging_product: 'whatsapp', about: 'Hello', websites: ['https://jungle.example'] };
    expect((await world.graph('POST', path, change)).body).toEqual({ success: true });
    expect((await world.graph('GET', `${path}?fields=about,vertical`)).body.data[0]).toMatchObject({
      about: 'Hello',
      vertical: 'OTHER',
    });
    const wrong = await world.graph('POST', path, { messaging_product: 'whatsapp', about: 'x'.repeat(140) });
    expect(wrong.body.error.code).toBe(100);
  });
});

describe('the account', () => {
  it('has subscribed apps, and a callback of its own', async () => {
    const path = `/v25.0/${account}/subscribed_apps`;
    await world.graph('POST', path, { override_callback_uri: ownUrl, verify_token: 't' });
    const [app] = (await world.graph('GET', path)).body.data;
    expect(app).toMatchObject({ override_callback_uri: ownUrl, whatsapp_business_api_data: { name: 'Replydesk' } });
    await world.inbound();
    await own.atLeast(1);
  });

  it('is one; other objects do not exist', async () => {
    expect((await world.graph('GET', '/v25.0/454545')).body.error.message).toContain(
      "Object with ID '454545' does not exist",
    );
    expect((await world.graph('GET', '/v25.0/a/b/c/d')).body.error.code).toBe(2500);
  });
});
