import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import { assigned, type EngineKit, lastOffer, startEngine, statusWebhook } from '../engine/testing.ts';

const ROSA = '4915550000001';
const DAY = 86_400_000;

let kit: EngineKit;
let interactionId: string;
/** The customer's first message. */
let target: string;

beforeEach(async () => {
  kit = await startEngine();
  interactionId = await assigned(kit, 'kaa');
  target = (await transcript())[0]?.id ?? '';
});
afterEach(() => kit.stop());

const transcript = () => kit.storage.read((tables) => tables.messages.page(interactionId, undefined, 100));
const interaction = () => kit.storage.read((tables) => tables.interactions.get(interactionId));
const message = (id: string) => kit.storage.read((tables) => tables.messages.get(id));
const send = (id: string, content: OutboundContent, agent = 'kaa') =>
  kit.engine.sendMessage(agent, { id, interactionId, content });
const react = (id: string, emoji: string, messageId = target) => send(id, { kind: 'reaction', messageId, emoji });
const write = (id: string, text: string) => send(id, { kind: 'text', text });

async function ours() {
  const found = await message(target);
  return found?.reactions
    .filter(({ direction }) => direction === 'out')
    .map(({ emoji, id, by }) => ({ emoji, id, by }));
}

describe('a reaction', () => {
  it('is pending until the provider has it, and makes no message', async () => {
    const answer = await react('r1', '👍');
    expect(answer).toMatchObject({ ok: true, value: { id: target, reactionSend: { id: 'r1', status: 'accepted' } } });
    expect(await ours()).toEqual([]);
    await kit.engine.idle();
    expect(await ours()).toEqual([{ emoji: '👍', id: 'r1', by: 'kaa' }]);
    expect((await message(target))?.reactionSend).toBeUndefined();
    expect(await transcript()).toHaveLength(1);
    const [{ providerId } = { providerId: null }] = await transcript();
    expect(kit.sender.requests).toMatchObject([{ messageId: 'r1', targetProviderId: providerId }]);
  });

  it('is answered the same when it is asked for again, and leaves once', async () => {
    await react('r1', '👍');
    await kit.engine.idle();
    expect(await react('r1', '👍')).toMatchObject({ ok: true, value: { id: target } });
    expect(await react('r1', '🎉')).toMatchObject({ error: { code: 'id-conflict' } });
    await kit.engine.idle();
    expect(kit.sender.requests).toHaveLength(1);
  });

  it('leaves in its place among the messages, also one to an answer that is still on its way', async () => {
    await write('m1', 'one');
    await react('r1', '👍', 'm1');
    await write('m2', 'two');
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['one', '👍', 'two']);
    expect(kit.sender.requests[1]).toMatchObject({ targetProviderId: 'wamid.out.m1' });
  });

  it('ends no pending response and is no answer', async () => {
    const before = await interaction();
    await react('r1', '👍');
    await kit.engine.idle();
    const { seq: _, ...after } = (await interaction()) ?? { seq: 0 };
    expect(after).toEqual({ ...before, seq: undefined });
    expect(after).toMatchObject({ disposition: 'Waiting', unanswered: 1, messageCount: 1 });
  });

  it('is taken back by an empty one', async () => {
    await react('r1', '👍');
    await react('r2', '');
    await kit.engine.idle();
    expect(await ours()).toEqual([]);
    expect((await message(target))?.reactionSend).toBeUndefined();
  });

  it('that the provider refuses says so with its target, and those behind it leave', async () => {
    const error = { code: '131009', title: 'Parameter value is not valid' };
    kit.sender.next({ outcome: 'refused', error });
    await react('r1', '👍');
    await write('m1', 'one');
    await kit.engine.idle();
    expect(await ours()).toEqual([]);
    expect((await message(target))?.reactionSend).toMatchObject({ id: 'r1', status: 'failed', error });
    expect((await message('m1'))?.status).toBe('handed-over');
  });

  it.each([
    ['by our id', { biz_opaque_callback_data: 'r1' }],
    ["by the provider's id alone", {}],
  ])('that fails later stands nowhere: told %s', async (_name, more) => {
    await react('r1', '👍');
    await kit.engine.idle();
    const errors = [{ code: 131009, title: 'Parameter value is not valid' }];
    await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.out.r1', 'failed', { errors, ...more }));
    expect(await ours()).toEqual([]);
    expect((await message(target))?.reactionSend).toMatchObject({ status: 'failed', error: { code: '131009' } });
  });

  it('whose answer was lost is unknown after two minutes, and resolved by a report', async () => {
    kit.sender.next({ outcome: 'unknown', reason: 'ECONNRESET' });
    await react('r1', '👍');
    await kit.engine.idle();
    await kit.advance(120_000);
    expect((await message(target))?.reactionSend).toMatchObject({ status: 'unknown' });
    await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.r1', 'sent', { biz_opaque_callback_data: 'r1' }));
    expect(await ours()).toEqual([{ emoji: '👍', id: 'r1', by: 'kaa' }]);
  });

  it('is refused with a reason where it cannot go', async () => {
    expect(await react('r1', 'no')).toMatchObject({ error: { code: 'reaction-emoji' } });
    expect(await react('r1', '👍', 'nothing')).toMatchObject({ error: { code: 'reaction-target' } });
    expect(await send('r1', { kind: 'reaction', messageId: target, emoji: '👍' }, 'baloo')).toMatchObject({
      error: { code: 'not-yours' },
    });
    const other = await assigned(kit, 'baloo', '4915550000002');
    const [foreign] = await kit.storage.read((tables) => tables.messages.page(other, undefined, 1));
    expect(await react('r1', '👍', foreign?.id)).toMatchObject({ error: { code: 'reaction-target' } });
    await kit.advance(DAY);
    expect(await react('r1', '👍')).toMatchObject({ error: { code: 'window-closed' } });
    expect(kit.sender.requests).toEqual([]);
  });

  it('to a message of an earlier session is taken and shown there, whoever had that session', async () => {
    await write('m1', 'Good day');
    await kit.engine.idle();
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    const told = await kit.ready('baloo');
    await kit.engine.setAgentState('kaa', { state: 'not-ready' });
    await kit.write(ROSA, 'Me again');
    const now = lastOffer(told);
    await kit.engine.acceptOffer('baloo', now.offerId);
    expect(now.interactionId).not.toBe(interactionId);
    const before = await kit.storage.read((tables) => tables.interactions.get(now.interactionId));
    const content = { kind: 'reaction', messageId: target, emoji: '👍' } as const;
    const answer = await kit.engine.sendMessage('baloo', { id: 'r1', interactionId: now.interactionId, content });
    expect(answer).toMatchObject({ ok: true, value: { id: target, interactionId, reactionSend: { id: 'r1' } } });
    await kit.engine.idle();
    expect(await ours()).toEqual([{ emoji: '👍', id: 'r1', by: 'baloo' }]);
    expect(kit.sender.requests.at(-1)).toMatchObject({
      messageId: 'r1',
      targetProviderId: (await message(target))?.providerId,
    });
    expect(await kit.storage.read((tables) => tables.interactions.get(now.interactionId))).toEqual(before);
    // The agent hears how it stands, and nothing else of a session that was another's.
    const heard = told.events.filter(({ stream }) => stream === `interaction:${interactionId}`);
    expect(heard.map(({ kind }) => kind)).toEqual(Array(2).fill('message.reaction-status-changed'));
    expect(told.introduces.map(({ interaction: { id } }) => id)).not.toContain(interactionId);
    const quote = { kind: 'text', text: 'As said', quotedProviderId: 'wamid.out.m1' } as const;
    const reply = await kit.engine.sendMessage('baloo', { id: 'm2', interactionId: now.interactionId, content: quote });
    expect(reply).toMatchObject({ ok: true, value: { quoted: { messageId: 'm1', text: 'Good day' } } });
  });

  it('to an answer that failed meanwhile is not sent', async () => {
    kit.sender.next({ outcome: 'refused', error: { code: '131026', title: 'Undeliverable' } });
    await write('m1', 'one');
    await react('r1', '👍', 'm1');
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['one']);
    expect((await message('m1'))?.reactionSend).toMatchObject({ error: { code: 'reaction-target' } });
  });

  it('to an old message is refused, though the window is open', async () => {
    await kit.advance(31 * DAY);
    await kit.write(ROSA, 'Me again');
    expect(await react('r1', '👍')).toMatchObject({ error: { code: 'reaction-too-old' } });
  });
});

describe('a quote', () => {
  it('of what another customer wrote is refused', async () => {
    const providerId = await kit.write('4915550000003', 'Secret');
    const content = { kind: 'text', text: 'Yes', quotedProviderId: providerId } as const;
    expect(await send('m1', content)).toMatchObject({ error: { code: 'quote-impossible' } });
  });

  it('of what the same customer wrote in an earlier session is taken', async () => {
    const [first] = await transcript();
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    interactionId = await assigned(kit, 'kaa');
    const content = { kind: 'text', text: 'Yes', quotedProviderId: first?.providerId ?? '' } as const;
    expect(await send('m1', content)).toMatchObject({ ok: true, value: { quoted: { text: 'Hello' } } });
  });
});

describe('a pending response', () => {
  it('comes back when the answer fails, and is the same after the log was read anew', async () => {
    const before = await interaction();
    await write('m1', 'one');
    expect(await interaction()).toMatchObject({ pendingSince: null, unanswered: 0 });
    await kit.engine.idle();
    const errors = [{ code: 131026, title: 'Message undeliverable' }];
    await kit.engine.receiveWebhook('jungle', statusWebhook('wamid.out.m1', 'failed', { errors }));
    expect(await interaction()).toMatchObject({ pendingSince: before?.pendingSince, unanswered: 1 });
  });
});
