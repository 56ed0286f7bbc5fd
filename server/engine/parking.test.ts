import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assigned, type EngineKit, sampleAgent, sampleConfig, startEngine } from './testing.ts';

const ROSA = '4915550000001';
const SECOND = 1000;

let kit: EngineKit;
let interactionId: string;

beforeEach(async () => {
  kit = await startEngine();
  interactionId = await assigned(kit, 'kaa');
});
afterEach(() => kit.stop());

const interaction = () => kit.storage.read((tables) => tables.interactions.get(interactionId));
const park = (agent = 'kaa') => kit.engine.logOut(agent, { park: { workbin: 'parked' } });

describe('an agent who goes', () => {
  it('leaves what is open in a workbin of theirs, where nobody is offered it', async () => {
    const told = await kit.ready('baloo');
    await park();
    expect(await interaction()).toMatchObject({
      stage: 'workbin',
      agent: null,
      lastAgent: 'kaa',
      workbin: { name: 'parked', owner: 'kaa' },
    });
    expect(kit.engine.agentStatus('kaa').capacity.used).toBe(0);
    await kit.advance(3600 * SECOND);
    expect(told.events.filter(({ kind }) => kind === 'interaction.offered')).toEqual([]);
  });

  it('finds it in their hands as soon as they are back, ready or not', async () => {
    await park();
    await kit.engine.deskConnected('kaa');
    expect(await interaction()).toMatchObject({ stage: 'assigned', agent: 'kaa', workbin: null });
    expect(kit.engine.agentStatus('kaa')).toMatchObject({ state: 'not-ready', capacity: { used: 1 } });
    const { snapshot } = await kit.engine.deskSnapshot('kaa');
    expect(snapshot.interactions.map((entry) => entry.interaction.id)).toEqual([interactionId]);
    const [event] = await kit.storage.read((tables) => tables.events.after(0, 1000)).then((all) => all.slice(-2));
    expect(event).toMatchObject({ kind: 'interaction.assigned', data: { offerId: null } });
  });

  it('without a workbin leaves it to the queue', async () => {
    await kit.engine.logOut('kaa', {});
    expect(await interaction()).toMatchObject({ stage: 'queued', workbin: null });
  });

  it('finds it also after the server was started again', async () => {
    await park();
    kit = await kit.restart();
    expect(await interaction()).toMatchObject({ stage: 'workbin' });
    await kit.engine.deskConnected('kaa');
    expect(await interaction()).toMatchObject({ stage: 'assigned', agent: 'kaa' });
  });

  it('for good leaves it to the queue', async () => {
    await park();
    await kit.engine.reconfigure(sampleConfig({ agents: [sampleAgent('baloo')] }));
    expect(await interaction()).toMatchObject({ stage: 'queued', workbin: null });
  });
});

describe('a customer who writes again', () => {
  it('takes their interaction out of the workbin, to whoever is there', async () => {
    const told = await kit.ready('baloo');
    await park();
    await kit.write(ROSA, 'Still there?');
    expect(await interaction()).toMatchObject({ stage: 'offered', workbin: null, offer: { agent: 'baloo' } });
    expect(told.introduces.at(-1)?.messages.map(({ text }) => text)).toEqual(['Hello', 'Still there?']);
  });

  it('waits a while for the agent who had them last, when that one is finishing up', async () => {
    await park();
    await kit.write(ROSA, 'Still there?');
    await kit.engine.deskConnected('kaa');
    await kit.engine.setAgentState('kaa', { state: 'after-work' });
    await kit.ready('baloo');
    expect(await interaction()).toMatchObject({ stage: 'queued' });
    await kit.engine.setAgentState('kaa', { state: 'ready' });
    expect(await interaction()).toMatchObject({ offer: { agent: 'kaa' } });
  });

  it('and goes to others after the sticky seconds', async () => {
    await park();
    await kit.write(ROSA, 'Still there?');
    await kit.engine.deskConnected('kaa');
    await kit.engine.setAgentState('kaa', { state: 'after-work' });
    await kit.ready('baloo');
    await kit.advance(60 * SECOND);
    expect(await interaction()).toMatchObject({ offer: { agent: 'baloo' } });
  });
});
