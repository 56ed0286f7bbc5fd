import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../drivers/driver.ts';
import { assigned, type EngineKit, ScriptedSender, startEngine, statusWebhook } from '../engine/testing.ts';

const SECOND = 1000;

let kit: EngineKit;
let interactionId: string;

beforeEach(async () => {
  kit = await startEngine();
  interactionId = await assigned(kit, 'kaa');
});
afterEach(() => kit.stop());

const send = (id: string, text: string, agent = 'kaa') =>
  kit.engine.sendMessage(agent, { id, interactionId, content: { kind: 'text', text } });

async function statusOf(id: string) {
  const message = await kit.storage.read((tables) => tables.messages.get(id));
  return message?.status;
}

/** An answer the test gives when it wants to. */
function held() {
  let give: (outcome: SendOutcome) => void = () => undefined;
  const answer = new Promise<SendOutcome>((resolve) => {
    give = resolve;
  });
  return { answer: () => answer, give };
}

/** Resolves when the provider has been asked `count` times. */
async function asked(count: number): Promise<void> {
  while (kit.sender.requests.length < count) await new Promise((resolve) => setImmediate(resolve));
}

describe('a message', () => {
  it('is answered the same when it is asked for again, and leaves once', async () => {
    const first = await send('m1', 'Hello');
    expect(first).toMatchObject({ ok: true, value: { id: 'm1', status: 'accepted' } });
    await kit.engine.idle();
    expect(await send('m1', 'Hello')).toMatchObject({ ok: true, value: { id: 'm1', status: 'handed-over' } });
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['Hello']);
  });

  it('is refused when its id was used for another', async () => {
    await send('m1', 'Hello');
    expect(await send('m1', 'Goodbye')).toMatchObject({ ok: false, error: { code: 'id-conflict' } });
    expect(await send('m1', 'Hello', 'baloo')).toMatchObject({ ok: false, error: { code: 'id-conflict' } });
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['Hello']);
  });

  it('stays refused when a copy comes after the window has opened again: its words are with the agent', async () => {
    kit.clock.advance(86_400 * SECOND);
    expect(await send('m1', 'Hello')).toMatchObject({ error: { code: 'window-closed' } });
    await kit.write('4915550000001', 'Are you there?');
    expect(await send('m1', 'Hello')).toMatchObject({ error: { code: 'window-closed' } });
    expect(await send('m2', 'Hello')).toMatchObject({ ok: true });
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['Hello']);
  });

  it('waits below the rate of one customer, says why, and leaves by itself', async () => {
    for (let index = 0; index < 47; index += 1) await send(`m${index}`, `Part ${index}`);
    await kit.engine.idle();
    expect(kit.sender.requests).toHaveLength(45);
    const waiting = () => kit.storage.read((tables) => tables.messages.get('m45'));
    expect(await waiting()).toMatchObject({ status: 'accepted', error: { code: '131056' } });
    kit.clock.advance(6 * SECOND);
    await asked(46);
    await kit.engine.idle();
    expect(await waiting()).toMatchObject({ status: 'handed-over', error: null });
    expect(kit.sender.requests).toHaveLength(46);
  });

  it('is refused with a reason where it cannot go', async () => {
    expect(await send('m1', 'Hello', 'baloo')).toMatchObject({ error: { code: 'not-yours' } });
    expect(await send('m1', '  ')).toMatchObject({ error: { code: 'text-empty' } });
    expect(await send('m1', 'x'.repeat(4097))).toMatchObject({ error: { code: 'text-too-long' } });
    expect(await send('m1', 'ü'.repeat(2049))).toMatchObject({ error: { code: 'text-too-long' } });
    kit.clock.advance(86_400 * SECOND);
    expect(await send('m1', 'Hello')).toMatchObject({ error: { code: 'window-closed' } });
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    expect(await send('m1', 'Hello')).toMatchObject({ error: { code: 'interaction-done' } });
    interactionId = 'nothing';
    expect(await send('m1', 'Hello')).toMatchObject({ error: { code: 'not-found' } });
    expect(kit.sender.requests).toEqual([]);
  });

  it('says to whom and from where, and what it quotes', async () => {
    const { value } = { value: await kit.write('4915550000001', 'And?') };
    const content = { kind: 'text', text: 'Yes', quotedProviderId: value } as const;
    const sent = await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content });
    expect(sent).toMatchObject({
      value: { quoted: { providerId: value, text: 'And?' }, sender: { id: 'kaa', name: 'KAA' } },
    });
    await kit.engine.idle();
    expect(kit.sender.requests).toEqual([
      { messageId: 'm1', from: '106540352242922', recipient: { type: 'number', digits: '4915550000001' }, content },
    ]);
  });
});

describe('messages of one conversation', () => {
  it('leave one after the other, in the order pressed', async () => {
    const first = held();
    kit.sender.next(first.answer);
    await send('m1', 'one');
    await send('m2', 'two');
    await send('m3', 'three');
    await asked(1);
    expect(kit.sender.texts()).toEqual(['one']);
    first.give({ outcome: 'accepted', providerId: 'wamid.m1' });
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['one', 'two', 'three']);
  });

  it('wait for one that is put off, and it goes first', async () => {
    const error = { code: '131056', title: 'Too many' };
    kit.sender.next({ outcome: 'later', error, delay: 4 * SECOND });
    await send('m1', 'one');
    await send('m2', 'two');
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['one']);
    expect(await statusOf('m1')).toBe('accepted');
    await kit.advance(4 * SECOND);
    expect(kit.sender.texts()).toEqual(['one', 'one', 'two']);
    expect(await statusOf('m2')).toBe('handed-over');
  });

  it('go on after one that is refused', async () => {
    const error = { code: '131026', title: 'Message Undeliverable', details: 'Not on WhatsApp' };
    kit.sender.next({ outcome: 'refused', error });
    await send('m1', 'one');
    await send('m2', 'two');
    await kit.engine.idle();
    const failed = await kit.storage.read((tables) => tables.messages.get('m1'));
    expect(failed).toMatchObject({ status: 'failed', error });
    expect(await statusOf('m2')).toBe('handed-over');
  });

  it('do not wait for those of another conversation', async () => {
    const first = held();
    kit.sender.next(first.answer);
    await send('m1', 'one');
    await asked(1);
    const other = await assigned(kit, 'kaa', '4915550000002');
    await kit.engine.sendMessage('kaa', { id: 'm2', interactionId: other, content: { kind: 'text', text: 'two' } });
    await asked(2);
    expect(kit.sender.texts()).toEqual(['one', 'two']);
    first.give({ outcome: 'accepted', providerId: 'wamid.m1' });
  });

  it('leave although the agent is done with the interaction meanwhile', async () => {
    const first = held();
    kit.sender.next(first.answer);
    await send('m1', 'one');
    await send('m2', 'two');
    await asked(1);
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    first.give({ outcome: 'accepted', providerId: 'wamid.m1' });
    await kit.engine.idle();
    expect(await statusOf('m2')).toBe('handed-over');
  });

  it('are not sent when the window closed while they waited', async () => {
    const error = { code: 'provider-unreachable', title: 'Down' };
    kit.sender.next({ outcome: 'later', error, delay: 86_400 * SECOND });
    await send('m1', 'one');
    await kit.engine.idle();
    await kit.advance(86_400 * SECOND);
    expect(kit.sender.texts()).toEqual(['one']);
    const message = await kit.storage.read((tables) => tables.messages.get('m1'));
    expect(message).toMatchObject({ status: 'failed', error: { code: 'window-closed' } });
  });
});

describe('a number that is refused', () => {
  it('is tried once in its other spelling', async () => {
    interactionId = await assigned(kit, 'baloo', '5219993700779');
    const error = { code: '131030', title: 'Not in the list' };
    kit.sender.next({ outcome: 'refused', error });
    kit.sender.next({ outcome: 'refused', error });
    await send('m1', 'Hola', 'baloo');
    await kit.engine.idle();
    expect(kit.sender.requests.map(({ recipient }) => recipient)).toEqual([
      { type: 'number', digits: '5219993700779' },
      { type: 'number', digits: '529993700779' },
    ]);
    expect(await statusOf('m1')).toBe('failed');
  });

  it('is refused at once where there is one spelling only', async () => {
    kit.sender.next({ outcome: 'refused', error: { code: '131030', title: 'Not in the list' } });
    await send('m1', 'Hello');
    await kit.engine.idle();
    expect(kit.sender.requests).toHaveLength(1);
  });
});

describe('a lost answer', () => {
  const lost: SendOutcome = { outcome: 'unknown', reason: 'ECONNRESET' };

  it('is told as unknown after two minutes, and nothing is sent again', async () => {
    kit.sender.next(lost);
    await send('m1', 'one');
    await send('m2', 'two');
    await kit.engine.idle();
    await kit.advance(119 * SECOND);
    expect(await statusOf('m1')).toBe('accepted');
    expect(kit.sender.texts()).toEqual(['one']);
    await kit.advance(SECOND);
    expect(await statusOf('m1')).toBe('unknown');
    expect(kit.sender.texts()).toEqual(['one', 'two']);
  });

  it('is resolved by a report that names our id, and the next one leaves', async () => {
    kit.sender.next(lost);
    await send('m1', 'one');
    await send('m2', 'two');
    await kit.engine.idle();
    const report = statusWebhook('wamid.lost', 'delivered', { biz_opaque_callback_data: 'm1' });
    await kit.engine.receiveWebhook('jungle', report);
    await kit.engine.idle();
    const message = await kit.storage.read((tables) => tables.messages.get('m1'));
    expect(message).toMatchObject({ status: 'delivered', providerId: 'wamid.lost' });
    expect(kit.sender.texts()).toEqual(['one', 'two']);
  });

  it('is still resolved after it was told as unknown', async () => {
    kit.sender.next(lost);
    await send('m1', 'one');
    await kit.engine.idle();
    await kit.advance(120 * SECOND);
    await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.lost', 'sent', { biz_opaque_callback_data: 'm1' }));
    expect(await statusOf('m1')).toBe('handed-over');
  });
});

describe('reports', () => {
  it('that come before the answer to the send count once it is there', async () => {
    const first = held();
    kit.sender.next(first.answer);
    await send('m1', 'one');
    await asked(1);
    const receipt = await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.m1', 'delivered'));
    expect(receipt).toMatchObject({ statuses: 1, duplicates: 0 });
    expect(await statusOf('m1')).toBe('accepted');
    first.give({ outcome: 'accepted', providerId: 'wamid.m1' });
    await kit.engine.idle();
    expect(await statusOf('m1')).toBe('delivered');
  });

  it('never take a tick back and count once', async () => {
    await send('m1', 'one');
    await kit.engine.idle();
    const id = 'wamid.out.m1';
    const receipts = [];
    for (const status of ['read', 'delivered', 'sent', 'read', 'deleted', 'teleported', 'failed']) {
      receipts.push(await kit.engine.receiveWebhook('jungle', statusWebhook(id, status)));
    }
    expect(receipts.map(({ statuses, duplicates }) => [statuses, duplicates])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(await statusOf('m1')).toBe('read');
  });

  it('never make a message', async () => {
    const before = await kit.storage.read((tables) => tables.messages.count());
    await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.nobody', 'read'));
    expect(await kit.storage.read((tables) => tables.messages.count())).toBe(before);
  });

  it('tell why a message failed after it was taken', async () => {
    await send('m1', 'one');
    await kit.engine.idle();
    const errors = [{ code: 131047, title: 'Re-engagement message', error_data: { details: 'More than 24 hours' } }];
    await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.out.m1', 'failed', { errors }));
    const message = await kit.storage.read((tables) => tables.messages.get('m1'));
    expect(message).toMatchObject({
      status: 'failed',
      error: { code: '131047', title: 'Re-engagement message', details: 'More than 24 hours' },
    });
  });
});

describe('a crash', () => {
  it('while a request is under way leaves an unknown, never a second message', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'replydesk-outbound-'));
    const file = join(folder, 'records.sqlite');
    await kit.stop();
    kit = await startEngine({ file });
    interactionId = await assigned(kit, 'kaa');
    kit.sender.next(() => new Promise<never>(() => undefined));
    await send('m1', 'one');
    await send('m2', 'two');
    await asked(1);
    // As a crash leaves it: the records are closed under the engine, which gets to write nothing more.
    await kit.storage.stop();
    const sender = new ScriptedSender();
    const clock = kit.clock;
    kit = await startEngine({ file, sender, clock });
    await kit.engine.idle();
    expect(sender.texts()).toEqual([]);
    await kit.advance(120 * SECOND);
    expect(sender.texts()).toEqual(['two']);
    expect(await statusOf('m1')).toBe('unknown');
    expect(await statusOf('m2')).toBe('handed-over');
    rmSync(folder, { recursive: true, force: true });
  });
});
