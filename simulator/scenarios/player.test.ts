import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { akela, World } from '../testing/world.ts';
import { scenarios } from './index.ts';

let world: World;
beforeEach(async () => {
  world = await new World().start();
});
afterEach(() => world.stop());

const scenario = {
  name: 'short',
  description: 'For this test.',
  customers: {
    akela: {
      waId: akela,
      profileName: 'Akela',
      readAfter: 1,
      replies: [
        { when: 'order', after: 3, say: [{ text: 'J-1' }, { after: 2, text: 'Please hurry' }] },
        { kind: 'interactive', after: 1, times: 2, say: [{ choose: '*' }] },
      ],
    },
  },
  steps: [
    { at: 1, customer: 'akela', text: 'Hello' },
    { at: 2, customer: 'akela', message: { type: 'image', image: { caption: 'Look' } } },
    { at: 3, fault: { path: '/messages', code: 131016, times: 1 } },
  ],
};
const texts = async () => (await world.phone()).map((message) => message.text);

describe('scenarios', () => {
  it('play their steps by the clock', async () => {
    expect((await world.control('/scenarios', scenario)).status).toBe(200);
    world.clock.advance(999);
    expect(await texts()).toEqual([]);
    world.clock.advance(1);
    expect(await texts()).toEqual(['Hello']);
    world.clock.advance(2000);
    expect(await texts()).toEqual(['Hello', 'Look']);
    expect((await world.text('x')).body.error.code).toBe(131016);
  });

  it('let customers read and answer by rules, each as often as it says', async () => {
    await world.control('/scenarios', { ...scenario, steps: scenario.steps.slice(0, 2) });
    world.clock.advance(2000);
    await world.text('What is your ORDER number?');
    world.clock.advance(1000 + 1000);
    expect((await world.phone()).at(-1)).toMatchObject({ direction: 'out', status: 'read' });
    world.clock.advance(4000);
    expect((await texts()).slice(3)).toEqual(['J-1', 'Please hurry']);
    await world.text('And the order of your friend?');
    await world.text('And the order of your friend?');
    world.clock.advance(20_000);
    expect((await texts()).filter((text) => text === 'J-1')).toHaveLength(1);
  });

  it('let customers press buttons', async () => {
    await world.control('/scenarios', { ...scenario, steps: scenario.steps.slice(0, 1) });
    world.clock.advance(1000);
    const buttons = [{ type: 'reply', reply: { id: 'a', title: 'First' } }];
    const interactive = { type: 'button', body: { text: 'Which order?' }, action: { buttons } };
    await world.send({ type: 'interactive', interactive: { ...interactive, body: { text: 'Which?' } } });
    world.clock.advance(2000);
    expect((await world.phone()).at(-1)).toMatchObject({ direction: 'in', kind: 'interactive', text: 'First' });
  });

  it('end when told, and with a reset', async () => {
    await world.control('/scenarios', scenario);
    expect((await world.call('GET', '/control/scenarios')).body.playing).toEqual(['short']);
    await world.control('/scenarios/short/stop');
    world.clock.advance(5000);
    expect(await texts()).toEqual([]);
    await world.control('/scenarios', scenario);
    await world.control('/reset');
    world.clock.advance(5000);
    expect(await texts()).toEqual([]);
  });

  it('are refused when they name nobody, or are unknown', async () => {
    const wrong = { ...scenario, steps: [{ at: 1, customer: 'baloo', text: 'Hi' }] };
    expect((await world.control('/scenarios', wrong)).body.error.message).toContain('nobody is called baloo');
    expect((await world.control('/scenarios/nothing/start')).status).toBe(404);
  });

  it('come with every file of the folder', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.json'));
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([...scenarios.keys()].sort());
  });
});

describe('the trial', () => {
  it('has customers who write for a quarter of an hour, and answer', async () => {
    await world.control('/scenarios/trial/start', { speed: 10 });
    world.clock.advance(95_000);
    await world.settled();
    const { phones } = (await world.call('GET', '/control/state')).body;
    expect(phones).toBe(10);
    const before = (await texts()).length;
    await world.text('Which order is it?');
    world.clock.advance(5000);
    expect((await texts()).length).toBeGreaterThan(before + 1);
  });
});
