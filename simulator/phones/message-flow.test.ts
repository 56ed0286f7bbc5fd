import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { akela, World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await new World().start();
});
afterEach(() => world.stop());

describe('the way of a business message', () => {
  it('is sent, delivered, and read only when the person reads', async () => {
    await world.inbound();
    const { body } = await world.send({ text: { body: 'Hi' }, biz_opaque_callback_data: '01J' });
    const { id } = body.messages[0];
    world.clock.advance(299);
    expect(world.statuses()).toEqual([]);
    world.clock.advance(1);
    expect((await world.value(1)).statuses[0]).toMatchObject({ id, status: 'sent', recipient_id: akela });
    expect(await world.phone()).toHaveLength(1);
    world.clock.advance(700);
    expect((await world.value(2)).statuses[0]).toMatchObject({
      id,
      status: 'delivered',
      biz_opaque_callback_data: '01J',
    });
    expect((await world.phone())[1]).toMatchObject({
      id,
      direction: 'out',
      text: 'Hi',
      status: 'delivered',
      opaque: '01J',
    });
    await world.control(`/phones/${akela}/read`);
    expect((await world.value(3)).statuses[0]).toMatchObject({ id, status: 'read' });
    expect((await world.phone())[1].status).toBe('read');
  });

  it('tells the price with sent and one of delivered and read', async () => {
    await world.inbound();
    await world.text('Hi');
    world.clock.advance(1000);
    await world.receiver.atLeast(3);
    await world.control(`/phones/${akela}/read`);
    const priced = await Promise.all(
      [1, 2, 3].map(async (index) => 'pricing' in (await world.value(index)).statuses[0]),
    );
    expect(priced).toEqual([true, true, false]);
    expect((await world.value(1)).statuses[0].pricing).toEqual({
      billable: false,
      pricing_model: 'PMP',
      category: 'service',
      type: 'free_customer_service',
    });
  });

  it('has a conversation in statuses before v24.0 only', async () => {
    await world.inbound();
    await world.text('Hi');
    world.clock.advance(300);
    expect((await world.value(1)).statuses[0].conversation).toBeUndefined();
    await world.control('/options', { behaviour: { webhookVersion: 'v23.0' } });
    await world.text('Hi again');
    world.clock.advance(300);
    const { conversation } = (await world.value(2)).statuses[0];
    expect(conversation).toMatchObject({
      origin: { type: 'service' },
      expiration_timestamp: expect.stringMatching(/^\d+$/),
    });
  });

  it('may leave delivered out', async () => {
    await world.control('/options', { behaviour: { skipDelivered: true } });
    await world.inbound();
    await world.text('Hi');
    world.clock.advance(1000);
    await world.control(`/phones/${akela}/read`);
    await world.receiver.atLeast(3);
    expect(world.statuses()).toEqual(['sent', 'read']);
  });

  it('reads by itself when told to', async () => {
    await world.control('/options', { timings: { readDelayMs: 2000 } });
    await world.inbound();
    await world.text('Hi');
    world.clock.advance(3000);
    await world.receiver.atLeast(4);
    expect(world.statuses()).toEqual(['sent', 'delivered', 'read']);
  });

  it('fails outside the window by a status, with the words of real ones', async () => {
    expect((await world.text('Hi')).status).toBe(200);
    world.clock.advance(300);
    const [status] = (await world.value(0)).statuses;
    expect(status).toMatchObject({ status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message' }] });
    expect(status.errors[0].error_data.details).toContain('more than 24 hours have passed');
    expect(await world.phone()).toEqual([]);
    expect((await world.phone(akela, '?all'))[0]).toMatchObject({ status: 'failed', error: 131047 });
  });

  it('may be refused at once outside the window', async () => {
    await world.control('/options', { behaviour: { refuseOutsideWindowAtOnce: true } });
    const { status, body } = await world.text('Hi');
    expect([status, body.error.code]).toEqual([400, 131047]);
  });

  it('takes templates outside the window', async () => {
    await world.send({ type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
    world.clock.advance(1000);
    await world.receiver.atLeast(2);
    expect(world.statuses()).toEqual(['sent', 'delivered']);
  });

  it('closes the window 24 hours after the customer wrote', async () => {
    await world.inbound();
    world.clock.advance(24 * 3_600_000 - 1);
    await world.text('In time');
    world.clock.advance(1);
    await world.text('Too late');
    world.clock.advance(300);
    await world.receiver.atLeast(3);
    expect(world.statuses()).toEqual(['sent', 'failed']);
  });

  it('waits while the phone is off, and arrives in order when it is on again', async () => {
    await world.inbound();
    await world.control(`/phones/${akela}/online`, { online: false });
    await world.text('One');
    await world.text('Two');
    world.clock.advance(60_000);
    await world.receiver.atLeast(3);
    expect(world.statuses()).toEqual(['sent', 'sent']);
    await world.control(`/phones/${akela}/online`, { online: true });
    await world.receiver.atLeast(5);
    expect((await world.phone()).map((message) => message.text)).toEqual(['Hello', 'One', 'Two']);
  });

  it('fails with a code asked for, that often', async () => {
    await world.inbound();
    await world.control(`/phones/${akela}/fail`, { code: 131026 });
    await world.text('One');
    await world.text('Two');
    world.clock.advance(1000);
    await world.receiver.atLeast(4);
    expect(world.statuses()).toEqual(['failed', 'sent', 'delivered']);
  });

  it('is only sent when it is a reaction, and fails when there is nothing to react to', async () => {
    const id = await world.inbound();
    await world.send({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
    await world.send({ type: 'reaction', reaction: { message_id: 'wamid.none', emoji: '👍' } });
    world.clock.advance(5000);
    await world.receiver.atLeast(3);
    expect(world.statuses()).toEqual(['sent', 'failed']);
    expect((await world.value(2)).statuses[0].errors[0].code).toBe(131009);
  });

  it('is limited for one person', async () => {
    await world.inbound();
    await world.control('/options', { limits: { pairBurst: 1 } });
    expect((await world.text('One')).status).toBe(200);
    const { status, body } = await world.text('Two');
    expect([status, body.error.code]).toEqual([400, 131056]);
    world.clock.advance(6000);
    expect((await world.text('Two')).status).toBe(200);
  });
});
