import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assigned, type EngineKit, startEngine } from '../engine/testing.ts';

const ROSA = '4915550000001';
const SECOND = 1000;

let kit: EngineKit;
let interactionId: string;

beforeEach(async () => {
  kit = await startEngine();
  interactionId = await assigned(kit, 'kaa');
});
afterEach(() => kit.stop());

async function inbound() {
  const page = await kit.storage.read((tables) => tables.messages.page(interactionId, undefined, 100));
  return page.filter(({ direction }) => direction === 'in');
}

async function newest() {
  const message = (await inbound()).at(-1);
  if (!message) throw new Error('nobody wrote');
  return message;
}

async function read(messageId: string, agent = 'kaa') {
  const answer = await kit.engine.markRead(agent, { interactionId, messageId });
  await kit.engine.idle();
  return answer;
}

async function type(agent = 'kaa') {
  const answer = await kit.engine.showTyping(agent, { interactionId });
  await kit.engine.idle();
  return answer;
}

const marked = () => kit.sender.signals.map(({ providerId, typing }) => `${providerId}${typing ? ' typing' : ''}`);

describe('read marks', () => {
  it('are told once for the newest message', async () => {
    const { id, providerId } = await newest();
    expect(await read(id)).toEqual({ ok: true, value: {} });
    await read(id);
    expect(kit.sender.signals).toEqual([{ from: '106540352242922', providerId, typing: false }]);
  });

  it('of one conversation leave with a pause, the newest for all', async () => {
    await read((await newest()).id);
    const later: string[] = [];
    for (const text of ['And?', 'Hello?', 'Anybody?']) {
      later.push(await kit.write(ROSA, text));
      await read((await newest()).id);
    }
    expect(marked()).toHaveLength(1);
    await kit.advance(2 * SECOND);
    expect(marked().slice(1)).toEqual([later.at(-1)]);
    await read((await inbound())[1]?.id ?? '');
    await kit.advance(60 * SECOND);
    expect(marked()).toHaveLength(2);
  });

  it('do not wait for messages on their way out', async () => {
    kit.sender.next({ outcome: 'unknown', reason: 'lost' });
    await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content: { kind: 'text', text: 'one' } });
    await read((await newest()).id);
    expect(marked()).toHaveLength(1);
  });

  it('that are not taken are tried again a few times, and then left', async () => {
    kit.sender.signalAnswers.push('later', 'later', 'later', 'later');
    await read((await newest()).id);
    for (const seconds of [5, 30, 600, 600]) await kit.advance(seconds * SECOND);
    expect(marked()).toHaveLength(3);
  });

  it('that are refused are not tried again', async () => {
    kit.sender.signalAnswers.push('refused');
    await read((await newest()).id);
    await kit.advance(600 * SECOND);
    expect(marked()).toHaveLength(1);
  });

  it('are for those who have the interaction in hand, and for its own messages of the customer', async () => {
    const { id } = await newest();
    expect(await read(id, 'baloo')).toMatchObject({ error: { code: 'not-yours' } });
    expect(await read('nothing')).toMatchObject({ error: { code: 'not-found' } });
    await kit.engine.sendMessage('kaa', { id: 'm1', interactionId, content: { kind: 'text', text: 'one' } });
    expect(await read('m1')).toMatchObject({ error: { code: 'not-found' } });
    expect(marked()).toEqual([]);
  });

  it('are not told in groups', async () => {
    const told = kit.listen('kaa');
    await kit.write(ROSA, 'Hi all', { group_id: 'group-1' });
    const offer = told.events.findLast((event) => event.kind === 'interaction.offered');
    if (offer?.kind !== 'interaction.offered') throw new Error('nothing was offered');
    const accepted = await kit.engine.acceptOffer('kaa', offer.data.id);
    if (!accepted.ok) throw new Error(accepted.error.code);
    interactionId = accepted.value.interaction.id;
    expect(await read((await newest()).id)).toEqual({ ok: true, value: {} });
    expect(await type()).toEqual({ ok: true, value: {} });
    expect(marked()).toEqual([]);
  });
});

describe('typing', () => {
  it('is told every twenty seconds at most, with the newest message of the customer', async () => {
    const { providerId } = await newest();
    await type();
    await type();
    await kit.advance(20 * SECOND - 1);
    await type();
    expect(marked()).toEqual([`${providerId} typing`]);
    await kit.advance(1);
    await type();
    expect(marked()).toHaveLength(2);
  });

  it('has marked as read what it named', async () => {
    await type();
    await read((await newest()).id);
    expect(marked()).toHaveLength(1);
  });

  it('is told inside the window only, and by who has the interaction in hand', async () => {
    expect(await type('baloo')).toMatchObject({ error: { code: 'not-yours' } });
    await kit.advance(86_400 * SECOND);
    expect(await type()).toEqual({ ok: true, value: {} });
    expect(marked()).toEqual([]);
  });
});
