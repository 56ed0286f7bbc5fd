import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLifecycle } from './config.ts';
import { type EngineKit, lastOffer, sampleAgent, sampleConfig, startEngine } from './testing.ts';

const SECOND = 1000;

let kit: EngineKit;

beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

async function restart(config = sampleConfig()): Promise<void> {
  await kit.stop();
  kit = await startEngine({ config });
}

async function stateOf(interactionId: string) {
  const state = await kit.storage.read((tables) => tables.interactions.get(interactionId));
  if (!state) throw new Error(`no interaction ${interactionId}`);
  return state;
}

describe('offers', () => {
  it('carry their reasons and a deadline', async () => {
    const told = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { interactionId } = lastOffer(told);
    expect((await stateOf(interactionId)).offer).toMatchObject({
      agent: 'kaa',
      deadline: kit.clock.now() + 30 * SECOND,
      reasons: ['queue support, priority 5', 'only eligible agent', '0 of 2 in hand'],
    });
    expect(told.introduces[0]).toMatchObject({ interaction: { id: interactionId }, messages: [{ text: 'Hello' }] });
    expect(kit.engine.agentStatus('kaa').capacity).toEqual({ used: 1, allowed: 2 });
  });

  it('go to the next one after a rejection, and not back to who rejected at once', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { offerId, interactionId } = lastOffer(kaa);
    expect(await kit.engine.rejectOffer('kaa', offerId)).toEqual({ ok: true, value: {} });
    expect(await stateOf(interactionId)).toMatchObject({ stage: 'queued', queue: 'support', offer: null });
    const baloo = await kit.ready('baloo');
    expect(lastOffer(baloo).interactionId).toBe(interactionId);
    expect(await kit.engine.acceptOffer('kaa', offerId)).toMatchObject({ ok: false, error: { code: 'offer-gone' } });
  });

  it('come back to who rejected, after a while, when there is nobody else', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const first = lastOffer(kaa).offerId;
    await kit.engine.rejectOffer('kaa', first);
    await kit.advance(29 * SECOND);
    expect(lastOffer(kaa).offerId).toBe(first);
    await kit.advance(SECOND);
    expect(lastOffer(kaa).offerId).not.toBe(first);
  });

  it('count as missed when the desk says that its preview was not answered', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    await kit.advance(10 * SECOND);
    expect(await kit.engine.rejectOffer('kaa', lastOffer(kaa).offerId, true)).toEqual({ ok: true, value: {} });
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ state: 'ready', missedOffers: 1 });
  });

  it('end in silence, and make whoever misses three in a row not ready', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { interactionId } = lastOffer(kaa);
    await kit.advance(30 * SECOND);
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ state: 'ready', missedOffers: 1 });
    await kit.advance(30 * SECOND);
    await kit.advance(30 * SECOND);
    expect(kit.engine.agentStatus('kaa')).toMatchObject({
      state: 'not-ready',
      reason: '3 offers not answered',
      missedOffers: 3,
      capacity: { used: 0 },
    });
    expect(await stateOf(interactionId)).toMatchObject({ stage: 'queued', queue: 'support' });
    await kit.engine.setAgentState('kaa', { state: 'ready' });
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ missedOffers: 0, capacity: { used: 1 } });
  });

  it('are withdrawn from whoever is not ready any more, and are not counted as missed', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    await kit.engine.setAgentState('kaa', { state: 'not-ready', reason: 'lunch' });
    expect(kaa.events.at(-2)).toMatchObject({ kind: 'interaction.offer-ended', data: { outcome: 'withdrawn' } });
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ missedOffers: 0, reason: 'lunch', capacity: { used: 0 } });
  });

  it('are accepted again after the answer was lost', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { offerId } = lastOffer(kaa);
    const first = await kit.engine.acceptOffer('kaa', offerId);
    expect(await kit.engine.acceptOffer('kaa', offerId)).toEqual(first);
    expect(await kit.engine.acceptOffer('baloo', offerId)).toMatchObject({ ok: false, error: { code: 'offer-gone' } });
  });

  it('fill an agent up to their capacity and not beyond', async () => {
    await kit.ready('kaa');
    for (const from of ['4915550000001', '4915550000002', '4915550000003']) await kit.write(from, 'Hello');
    expect(kit.engine.agentStatus('kaa').capacity).toEqual({ used: 2, allowed: 2 });
    expect(await kit.storage.read((tables) => tables.interactions.waiting('support', 9))).toHaveLength(1);
  });

  it('never reach an agent without a capacity rule', async () => {
    await restart(sampleConfig({ agents: [sampleAgent('kaa', { capacityRule: null })] }));
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    expect(kaa.events.filter((event) => event.kind === 'interaction.offered')).toEqual([]);
  });
});

describe('a queue', () => {
  it('overflows into the one that helps out', async () => {
    const [support] = sampleConfig().queues;
    if (!support) throw new Error('no sample queue');
    const queues = [
      { ...support, agents: ['kaa'], overflow: { queue: 'reserve', afterSeconds: 60 } },
      { ...support, name: 'reserve', agents: ['baloo'] },
    ];
    await restart(sampleConfig({ queues }));
    const baloo = await kit.ready('baloo');
    await kit.write('4915550000001', 'Hello');
    await kit.advance(59 * SECOND);
    expect(baloo.events.filter((event) => event.kind === 'interaction.offered')).toEqual([]);
    await kit.advance(SECOND);
    expect((await stateOf(lastOffer(baloo).interactionId)).queue).toBe('reserve');
  });

  it('keeps what comes when nobody serves it', async () => {
    await restart(sampleConfig({ agents: [] }));
    await kit.write('4915550000001', 'Hello');
    expect(await kit.storage.read((tables) => tables.interactions.waiting('support', 9))).toHaveLength(1);
  });
});

describe('a returning contact', () => {
  it('is offered to the agent who had them last', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const first = lastOffer(kaa);
    await kit.engine.acceptOffer('kaa', first.offerId);
    await kit.ready('baloo');
    await kit.engine.markDone('kaa', { interactionId: first.interactionId, dispositionCode: null, note: null });
    await kit.write('4915550000001', 'One more thing');
    const second = lastOffer(kaa);
    expect(second.interactionId).not.toBe(first.interactionId);
    expect(await stateOf(second.interactionId)).toMatchObject({ lastAgent: 'kaa', offer: { agent: 'kaa' } });
  });
});

describe('agents', () => {
  it('keep what they have while their desk is away for a moment, and are offered nothing', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { offerId, interactionId } = lastOffer(kaa);
    await kit.engine.acceptOffer('kaa', offerId);
    await kit.write('4915550000002', 'Me too');
    await kit.engine.deskDisconnected('kaa');
    expect(kit.engine.agentStatus('kaa').capacity.used).toBe(1);
    await kit.advance(179 * SECOND);
    expect(await stateOf(interactionId)).toMatchObject({ stage: 'assigned', agent: 'kaa' });
    await kit.engine.deskConnected('kaa');
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ state: 'ready', capacity: { used: 2 } });
    await kit.advance(10 * SECOND);
    expect(await stateOf(interactionId)).toMatchObject({ stage: 'assigned', agent: 'kaa' });
  });

  it('lose it to the head of the queue when their desk stays away', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { offerId, interactionId } = lastOffer(kaa);
    await kit.engine.acceptOffer('kaa', offerId);
    await kit.engine.deskDisconnected('kaa');
    await kit.write('4915550000002', 'I wait as well');
    await kit.advance(180 * SECOND);
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ state: 'logged-out', capacity: { used: 0 } });
    const waiting = await kit.storage.read((tables) => tables.interactions.waiting('support', 9));
    expect(waiting.map((row) => row.id)[0]).toBe(interactionId);
    expect(kaa.events.at(-2)).toMatchObject({ kind: 'interaction.queued', data: { place: 'head' } });
  });

  it('hand everything back when they log out', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const accepted = lastOffer(kaa);
    await kit.engine.acceptOffer('kaa', accepted.offerId);
    await kit.write('4915550000002', 'Hello');
    const baloo = await kit.ready('baloo');
    await kit.engine.logOut('kaa');
    const offers = baloo.events.filter((event) => event.kind === 'interaction.offered');
    expect(offers.map((event) => event.stream)).toContain(`interaction:${accepted.interactionId}`);
    expect(offers).toHaveLength(2);
    expect(await kit.engine.setAgentState('kaa', { state: 'ready' })).toMatchObject({
      ok: false,
      error: { code: 'logged-out' },
    });
  });

  it('need a reason for not ready where it is mandatory', async () => {
    await restart(sampleConfig({ notReadyReasonMandatory: true }));
    await kit.ready('kaa');
    expect(await kit.engine.setAgentState('kaa', { state: 'not-ready' })).toMatchObject({
      error: { code: 'reason-required' },
    });
    expect(await kit.engine.setAgentState('kaa', { state: 'not-ready', reason: 'lunch' })).toMatchObject({ ok: true });
  });

  it('lose what they have when their section is taken away', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { offerId, interactionId } = lastOffer(kaa);
    await kit.engine.acceptOffer('kaa', offerId);
    await kit.engine.reconfigure(sampleConfig({ agents: [sampleAgent('baloo')] }));
    expect(await stateOf(interactionId)).toMatchObject({ stage: 'queued', agent: null });
  });
});

describe('done', () => {
  async function assigned(config = sampleConfig()): Promise<string> {
    await restart(config);
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { offerId, interactionId } = lastOffer(kaa);
    await kit.engine.acceptOffer('kaa', offerId);
    return interactionId;
  }

  it('ends the interaction, frees the agent, and can be said twice', async () => {
    const interactionId = await assigned();
    const params = { interactionId, dispositionCode: 'solved', note: 'All fine' };
    expect(await kit.engine.markDone('kaa', params)).toEqual({ ok: true, value: {} });
    expect(await kit.engine.markDone('kaa', params)).toEqual({ ok: true, value: {} });
    expect(await stateOf(interactionId)).toMatchObject({
      stage: 'done',
      disposition: 'Archived',
      dispositionCode: 'solved',
      note: 'All fine',
    });
    expect(kit.engine.agentStatus('kaa').capacity.used).toBe(0);
  });

  it('keeps the disposition in the attached data as well, under the key of the options', async () => {
    const interactionId = await assigned(sampleConfig({ dispositionKey: 'Ending' }));
    const { attachedData } = await stateOf(interactionId);
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: 'solved', note: null });
    expect((await stateOf(interactionId)).attachedData).toEqual({ ...attachedData, Ending: 'solved' });
  });

  it('leaves the attached data alone without a disposition', async () => {
    const interactionId = await assigned();
    const { attachedData } = await stateOf(interactionId);
    await kit.engine.markDone('kaa', { interactionId, dispositionCode: null, note: null });
    expect((await stateOf(interactionId)).attachedData).toEqual(attachedData);
  });

  it('is for whoever has it only', async () => {
    const interactionId = await assigned();
    const params = { interactionId, dispositionCode: null, note: null };
    expect(await kit.engine.markDone('baloo', params)).toMatchObject({ error: { code: 'not-yours' } });
    expect(await kit.engine.markDone('kaa', { ...params, interactionId: 'nothing' })).toMatchObject({
      error: { code: 'not-yours' },
    });
  });

  it('wants a disposition where one is mandatory, and one of the list', async () => {
    const interactionId = await assigned(sampleConfig({ dispositionMandatory: true, dispositions: ['solved'] }));
    const done = (dispositionCode: string | null) =>
      kit.engine.markDone('kaa', { interactionId, dispositionCode, note: null });
    expect(await done(null)).toMatchObject({ error: { code: 'disposition-required' } });
    expect(await done('nonsense')).toMatchObject({ error: { code: 'disposition-unknown' } });
    expect(await done('solved')).toMatchObject({ ok: true });
  });

  it('comes by itself when the window closes, where the option says so', async () => {
    const interactionId = await assigned(
      sampleConfig({ lifecycle: { ...defaultLifecycle, endWhenWindowCloses: true } }),
    );
    await kit.advance(86_400 * SECOND - 1);
    expect((await stateOf(interactionId)).stage).toBe('assigned');
    await kit.advance(1);
    expect(await stateOf(interactionId)).toMatchObject({ stage: 'done', disposition: 'Archived' });
  });
});
