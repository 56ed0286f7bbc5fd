import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '#shared/domain/interaction.ts';
import { WHATSAPP_PRIVILEGE, workItemPrivileges } from '#shared/options/privileges.ts';
import { assigned, type EngineKit, lastOffer, sampleAgent, sampleConfig, startEngine } from './testing.ts';

const ALL = [WHATSAPP_PRIVILEGE, ...workItemPrivileges, 'Channel.jungle.canReply'];
const ID = '01AAAAAAAAAAAAAAAAAAAAAAAA';

let kit: EngineKit;
beforeEach(async () => {
  kit = await startEngine({ config: roles({ kaa: ALL, baloo: ALL }) });
});
afterEach(() => kit.stop());

function roles(grants: Record<string, readonly string[]>) {
  return sampleConfig({ grants: new Map(Object.entries(grants)) });
}

function stateOf(id: string): Promise<Interaction | undefined> {
  return kit.storage.read((tables) => tables.interactions.get(id));
}

const without = (privilege: string) => ALL.filter((name) => name !== privilege);

describe('routing', () => {
  it.each([WHATSAPP_PRIVILEGE, ...workItemPrivileges])('passes over who lacks %s', async (privilege) => {
    await kit.engine.reconfigure(roles({ kaa: without(privilege), baloo: ALL }));
    await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    expect((await kit.storage.read((tables) => tables.interactions.waiting('support', 5))).length).toBe(1);
    const baloo = await kit.ready('baloo');
    expect((await stateOf(lastOffer(baloo).interactionId))?.offer?.agent).toBe('baloo');
  });

  it('does not wait for a last agent who may not any more', async () => {
    const first = await assigned(kit, 'kaa');
    await kit.engine.markDone('kaa', { interactionId: first, dispositionCode: null, note: null });
    await kit.engine.reconfigure(roles({ kaa: [], baloo: ALL }));
    const baloo = await kit.ready('baloo');
    await kit.write('4915550000001', 'Again');
    expect(lastOffer(baloo).interactionId).not.toBe(first);
  });
});

describe('a role withdrawn while it rings', () => {
  it('takes the offer back, and gives it to the next', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    const { offerId, interactionId } = lastOffer(kaa);
    const baloo = await kit.ready('baloo');
    await kit.engine.reconfigure(roles({ kaa: without(WHATSAPP_PRIVILEGE), baloo: ALL }));
    const ended = kaa.events.find((event) => event.kind === 'interaction.offer-ended');
    expect(ended?.data).toMatchObject({
      outcome: 'withdrawn',
      reason: `kaa lacks the privilege ${WHATSAPP_PRIVILEGE}`,
    });
    expect(lastOffer(baloo).interactionId).toBe(interactionId);
    expect(await kit.engine.acceptOffer('kaa', offerId)).toMatchObject({ ok: false, error: { code: 'offer-gone' } });
    expect(kit.engine.agentStatus('kaa').missedOffers).toBe(0);
  });

  it('leaves what is in hand where it is', async () => {
    const interactionId = await assigned(kit, 'kaa');
    await kit.engine.reconfigure(roles({ kaa: [], baloo: ALL }));
    expect(await stateOf(interactionId)).toMatchObject({ stage: 'assigned', agent: 'kaa' });
  });

  it('leaves an offer alone when what was withdrawn has nothing to do with it', async () => {
    const kaa = await kit.ready('kaa');
    await kit.write('4915550000001', 'Hello');
    await kit.engine.reconfigure(roles({ kaa: without('Channel.jungle.canReply'), baloo: ALL }));
    expect(await stateOf(lastOffer(kaa).interactionId)).toMatchObject({ stage: 'offered' });
  });
});

describe('sending', () => {
  const send = (interactionId: string, id = ID) =>
    kit.engine.sendMessage('kaa', { id, interactionId, content: { kind: 'text', text: 'Hello yourself' } });

  it('takes the right to answer on the channel, and says what would help', async () => {
    const interactionId = await assigned(kit, 'kaa');
    await kit.engine.reconfigure(roles({ kaa: [...without('Channel.jungle.canReply'), 'Channel.other.canReply'] }));
    const refused = await send(interactionId);
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden', retryable: false } });
    expect(JSON.stringify(refused)).toContain('canApprove');
    await kit.engine.reconfigure(roles({ kaa: without(WHATSAPP_PRIVILEGE) }));
    expect(await send(interactionId)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await kit.engine.idle();
    expect(kit.sender.requests).toEqual([]);
    await kit.engine.reconfigure(roles({ kaa: ALL }));
    expect(await send(interactionId)).toMatchObject({ ok: true });
  });

  it('of what was taken already is answered as the first time, whatever the roles say now', async () => {
    const interactionId = await assigned(kit, 'kaa');
    expect(await send(interactionId)).toMatchObject({ ok: true });
    await kit.engine.reconfigure(roles({ kaa: [] }));
    expect(await send(interactionId)).toMatchObject({ ok: true, value: { id: ID } });
    expect(await send(interactionId, ID.replace('1', '2'))).toMatchObject({ error: { code: 'forbidden' } });
    await kit.engine.idle();
    expect(kit.sender.texts()).toEqual(['Hello yourself']);
  });

  it('tells nothing of interactions that are not theirs', async () => {
    const interactionId = await assigned(kit, 'baloo');
    await kit.engine.reconfigure(roles({ kaa: [] }));
    expect(await send(interactionId)).toMatchObject({ error: { code: 'not-yours' } });
  });
});

describe('an agent whose section is gone', () => {
  it('is logged out also with nothing in hand, and begins anew when it is back', async () => {
    await kit.ready('kaa');
    await kit.engine.reconfigure(sampleConfig({ agents: [sampleAgent('baloo')] }));
    expect(kit.engine.agentStatus('kaa').state).toBe('logged-out');
    await expect(kit.engine.deskConnected('kaa')).rejects.toThrow('in no section');
    await kit.engine.reconfigure(sampleConfig());
    expect((await kit.engine.deskConnected('kaa')).state).toBe('not-ready');
  });
});

describe('what the sections say of an agent', () => {
  it('counts at once: capacity, name, skills', async () => {
    const kaa = await kit.ready('kaa');
    const rules = [{ name: 'chat', media: { whatsappsession: 7 } }];
    const agents = [sampleAgent('kaa', { displayName: 'Kaa the Second' })];
    await kit.engine.reconfigure(sampleConfig({ capacityRules: rules, agents }));
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ displayName: 'Kaa the Second', capacity: { allowed: 7 } });
    expect(kaa.events.at(-1)).toMatchObject({ kind: 'agent.status-changed' });
    const queue = sampleConfig().queues.map((one) => ({ ...one, skills: ['french'] }));
    await kit.engine.reconfigure(sampleConfig({ queues: queue }));
    await kit.write('4915550000001', 'Bonjour');
    expect(kaa.events.some((event) => event.kind === 'interaction.offered')).toBe(false);
    await kit.engine.reconfigure(sampleConfig({ queues: queue, agents: [sampleAgent('kaa', { skills: ['french'] })] }));
    expect(lastOffer(kaa).offerId).toBeTruthy();
  });
});
