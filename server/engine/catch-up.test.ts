import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assigned, type EngineKit, lastOffer, startEngine } from './testing.ts';

let kit: EngineKit;

beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

const SECOND = 1000;

async function cursorOf(agent: string): Promise<number> {
  return (await kit.engine.deskSnapshot(agent)).cursor;
}

describe('a desk that comes back', () => {
  it('gets exactly what it missed, and the position it then stands at', async () => {
    const interactionId = await assigned(kit, 'kaa');
    const cursor = await cursorOf('kaa');
    await kit.write('4915550000001', 'Still there?');
    await kit.write('4915550000009', 'Somebody else, for somebody else');
    const missed = await kit.engine.eventsAfter('kaa', cursor);
    const own = missed?.events.filter(({ stream }) => stream === `interaction:${interactionId}`);
    expect(own?.map(({ kind }) => kind)).toEqual(['message.received']);
    expect(missed?.cursor).toBe(await cursorOf('kaa'));
    expect(await kit.engine.eventsAfter('kaa', missed?.cursor ?? 0)).toMatchObject({ events: [], introduces: [] });
  });

  it('is given a snapshot of what became its own meanwhile', async () => {
    await kit.ready('kaa');
    const cursor = await cursorOf('kaa');
    await kit.write('4915550000001', 'Hello');
    const missed = await kit.engine.eventsAfter('kaa', cursor);
    expect(missed?.introduces).toMatchObject([{ interaction: { stage: 'offered' }, messages: [{ text: 'Hello' }] }]);
  });

  it('learns nothing of what came and went, and that what it had is gone', async () => {
    const interactionId = await assigned(kit, 'kaa');
    const cursor = await cursorOf('kaa');
    const baloo = await kit.ready('baloo');
    await kit.engine.setAgentState('baloo', { state: 'not-ready' });
    // Offered and missed, while the desk is not there to see it.
    await kit.write('4915550000002', 'For a moment only');
    await kit.engine.logOut('kaa');
    await kit.engine.setAgentState('baloo', { state: 'ready' });
    expect(lastOffer(baloo).interactionId).toBeTypeOf('string');
    const missed = await kit.engine.eventsAfter('kaa', cursor);
    const seen = missed?.events.filter(({ stream }) => stream.startsWith('interaction:'));
    expect(seen?.map(({ stream, kind }) => [stream, kind])).toEqual([
      [`interaction:${interactionId}`, 'interaction.queued'],
    ]);
    expect(missed?.introduces).toEqual([]);
  });

  it('takes a snapshot when its position is not of this log, or when it missed too much', async () => {
    await kit.ready('kaa');
    expect(await kit.engine.eventsAfter('kaa', 1_000_000)).toBeUndefined();
    const cursor = await cursorOf('kaa');
    for (let n = 0; n < 1001; n += 1) {
      await kit.engine.setAgentState('kaa', { state: 'not-ready' });
      await kit.engine.setAgentState('kaa', { state: 'ready' });
    }
    expect(await kit.engine.eventsAfter('kaa', cursor)).toBeUndefined();
    expect((await kit.engine.eventsAfter('kaa', (await cursorOf('kaa')) - 10))?.events).toHaveLength(10);
  });
});

describe('what an agent may read', () => {
  it('is what is theirs', async () => {
    const interactionId = await assigned(kit, 'kaa');
    expect(await kit.engine.getInteraction('kaa', interactionId)).toMatchObject({ ok: true });
    expect(await kit.engine.getInteraction('baloo', interactionId)).toMatchObject({ error: { code: 'not-yours' } });
    expect(await kit.engine.getInteraction('kaa', 'nothing')).toMatchObject({ error: { code: 'not-found' } });
    const page = { interactionId, before: 1000, limit: 10 };
    expect(await kit.engine.transcriptPage('baloo', page)).toMatchObject({ error: { code: 'not-yours' } });
  });

  it('comes in pages, newest first, each in order of arrival', async () => {
    const interactionId = await assigned(kit, 'kaa');
    for (let n = 1; n <= 204; n += 1) await kit.write('4915550000001', `text ${n}`);
    const snapshot = await kit.engine.getInteraction('kaa', interactionId);
    if (!snapshot.ok) throw new Error(snapshot.error.message);
    expect(snapshot.value).toMatchObject({ hasOlder: true });
    expect(snapshot.value.messages).toHaveLength(200);
    expect(snapshot.value.messages.at(-1)?.text).toBe('text 204');
    const before = snapshot.value.messages[0]?.arrivalOrder ?? 0;
    const page = await kit.engine.transcriptPage('kaa', { interactionId, before, limit: 3 });
    expect(page).toMatchObject({
      value: { hasOlder: true, messages: [{ text: 'text 2' }, { text: 'text 3' }, { text: 'text 4' }] },
    });
    const rest = await kit.engine.transcriptPage('kaa', { interactionId, before, limit: 10 });
    expect(rest).toMatchObject({ value: { hasOlder: false, messages: [{ text: 'Hello' }, {}, {}, {}, {}] } });
  });
});

describe('a restart', () => {
  it('takes offers back without blame, keeps what was accepted, and begins the grace anew', async () => {
    const interactionId = await assigned(kit, 'kaa');
    await kit.write('4915550000002', 'Hello');
    await kit.engine.stop();
    kit.clock.advance(31 * SECOND);
    kit = await kit.restart();
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ state: 'ready', missedOffers: 0, capacity: { used: 1 } });
    expect(await kit.storage.read((tables) => tables.interactions.waiting('support', 9))).toHaveLength(1);
    await kit.advance(179 * SECOND);
    const held = () => kit.storage.read((tables) => tables.interactions.get(interactionId));
    expect(await held()).toMatchObject({ agent: 'kaa' });
    await kit.advance(SECOND);
    expect(await held()).toMatchObject({ agent: null, stage: 'queued' });
  });
});
