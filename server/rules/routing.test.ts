import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoutingAgent, type RoutingCandidate, type RoutingInput, type RoutingQueue, route } from './routing.ts';

const NOW = 1_000_000;

function agent(name: string, changes: Partial<RoutingAgent> = {}): RoutingAgent {
  return {
    name,
    state: 'ready',
    connected: true,
    used: 0,
    allowed: 2,
    idleSince: 0,
    skills: [],
    groups: [],
    ...changes,
  };
}

function queue(name: string, changes: Partial<RoutingQueue> = {}): RoutingQueue {
  return { name, priority: 0, skills: [], agents: [], groups: [], ...changes };
}

function waiting(id: string, changes: Partial<RoutingCandidate> = {}): RoutingCandidate {
  return { id, queue: 'support', queuedAt: NOW - 1000, lastAgent: null, declined: {}, ...changes };
}

function input(changes: Partial<RoutingInput>): RoutingInput {
  const base = { now: NOW, queues: [queue('support')], waiting: [waiting('i1')], agents: [agent('kaa')] };
  return { ...base, stickySpan: 60_000, rejectPause: 30_000, ...changes };
}

const offered = (changes: Partial<RoutingInput>) =>
  route(input(changes)).offers.map((offer) => [offer.interactionId, offer.agent]);

describe('who is asked', () => {
  it('asks the longest idle, then who has fewest in hand', () => {
    expect(offered({ agents: [agent('a', { idleSince: 5 }), agent('b', { idleSince: 3 })] })).toEqual([['i1', 'b']]);
    expect(offered({ agents: [agent('a', { used: 1 }), agent('b')] })).toEqual([['i1', 'b']]);
  });

  it('passes over who is barred, ready or not, with the reason, and does not wait for them', () => {
    const agents = [agent('a', { barred: 'lacks the privilege X' }), agent('b', { idleSince: 9 })];
    const { offers } = route(input({ agents, waiting: [waiting('i1', { lastAgent: 'a' })] }));
    expect(offers).toMatchObject([{ agent: 'b', passedOver: [{ agent: 'a', reason: 'lacks the privilege X' }] }]);
    const alone = route(input({ agents: agents.slice(0, 1), waiting: [waiting('i1', { lastAgent: 'a' })] }));
    expect(alone).toMatchObject({ offers: [], again: undefined });
  });

  it('takes queues by priority and within one who waits longest', () => {
    const queues = [queue('support'), queue('vip', { priority: 9 })];
    const all = [
      waiting('late', { queuedAt: NOW - 1 }),
      waiting('early', { queuedAt: NOW - 9 }),
      waiting('vip', { queue: 'vip', queuedAt: NOW }),
    ];
    expect(offered({ queues, waiting: all, agents: [agent('a', { allowed: 2 })] })).toEqual([
      ['vip', 'a'],
      ['early', 'a'],
    ]);
  });

  it('spreads what comes at once', () => {
    const all = [waiting('i1'), waiting('i2')];
    expect(offered({ waiting: all, agents: [agent('a'), agent('b', { idleSince: 1 })] })).toEqual([
      ['i1', 'a'],
      ['i2', 'b'],
    ]);
  });

  it.each([
    [{ state: 'not-ready' }, 'is not-ready'],
    [{ state: 'after-work' }, 'is after-work'],
    [{ connected: false }, 'has no desk connected'],
    [{ allowed: 0 }, 'has no capacity for messaging: no capacity rule is assigned'],
    [{ used: 2 }, 'has 2 of 2 in hand'],
  ] as const)('passes over an agent that %j', (changes, reason) => {
    const result = route(input({ agents: [agent('kaa', changes)] }));
    expect(result.offers).toEqual([]);
    expect(result.unrouted).toEqual([{ interactionId: 'i1', passedOver: [{ agent: 'kaa', reason }] }]);
  });

  it('needs all skills of the queue, and one of its agents or groups when it names any', () => {
    const skilled = [queue('support', { skills: ['german', 'hammocks'] })];
    expect(offered({ queues: skilled, agents: [agent('a', { skills: ['german'] })] })).toEqual([]);
    expect(offered({ queues: skilled, agents: [agent('a', { skills: ['hammocks', 'german'] })] })).toHaveLength(1);
    const named = [queue('support', { agents: ['b'], groups: ['night'] })];
    expect(offered({ queues: named, agents: [agent('a')] })).toEqual([]);
    expect(offered({ queues: named, agents: [agent('a', { groups: ['night'] })] })).toHaveLength(1);
    expect(offered({ queues: named, agents: [agent('b')] })).toHaveLength(1);
  });

  it('serves a queue whose section is gone', () => {
    expect(offered({ queues: [] })).toEqual([['i1', 'kaa']]);
  });

  it('says why this one and why not the others', () => {
    const agents = [agent('a', { idleSince: NOW - 340_000 }), agent('b', { idleSince: NOW }), agent('c', { used: 2 })];
    const [offer] = route(input({ queues: [queue('support', { priority: 5 })], agents })).offers;
    expect(offer?.reasons).toEqual(['queue support, priority 5', 'longest idle 340 s', '0 of 2 in hand']);
    expect(offer?.passedOver).toEqual([
      { agent: 'b', reason: 'not first in turn' },
      { agent: 'c', reason: 'has 2 of 2 in hand' },
    ]);
  });
});

describe('the last agent', () => {
  const last = [waiting('i1', { lastAgent: 'a', queuedAt: NOW - 10_000 })];
  const others = [agent('b', { idleSince: -9 })];

  it('is asked first, however idle others are', () => {
    const result = route(input({ waiting: last, agents: [agent('a', { idleSince: NOW }), ...others] }));
    expect(result.offers[0]).toMatchObject({
      agent: 'a',
      reasons: ['queue support, priority 0', 'had this contact last'],
    });
  });

  it.each([{ used: 2 }, { state: 'after-work' }] as const)('is waited for while at work: %j', (changes) => {
    const result = route(input({ waiting: last, agents: [agent('a', changes), ...others] }));
    expect(result.offers).toEqual([]);
    expect(result.again).toBe(NOW + 50_000);
  });

  it.each([{ state: 'not-ready' }, { state: 'logged-out' }, { connected: false }, { allowed: 0 }] as const)(
    'is not waited for when %j',
    (changes) => {
      expect(offered({ waiting: last, agents: [agent('a', changes), ...others] })).toEqual([['i1', 'b']]);
    },
  );

  it('is one among others once the time is over, or after letting it go by', () => {
    const agents = [agent('a'), ...others];
    expect(offered({ waiting: [waiting('i1', { lastAgent: 'a', queuedAt: NOW - 60_000 })], agents })).toEqual([
      ['i1', 'b'],
    ]);
    const declined = { a: { outcome: 'timed-out', at: NOW } } as const;
    expect(offered({ waiting: [waiting('i1', { lastAgent: 'a', declined })], agents })).toEqual([['i1', 'b']]);
  });
});

describe('after an offer came to nothing', () => {
  it('asks others first, and the one who missed it when there is nobody else', () => {
    const one = [waiting('i1', { declined: { a: { outcome: 'timed-out', at: NOW } } })];
    expect(offered({ waiting: one, agents: [agent('a'), agent('b', { idleSince: 9 })] })).toEqual([['i1', 'b']]);
    expect(offered({ waiting: one, agents: [agent('a')] })).toEqual([['i1', 'a']]);
  });

  it('leaves who rejected it alone for a while, and says when to look again', () => {
    const one = [waiting('i1', { declined: { a: { outcome: 'rejected', at: NOW - 10_000 } } })];
    const result = route(input({ waiting: one, agents: [agent('a')] }));
    expect(result.offers).toEqual([]);
    expect(result.again).toBe(NOW + 20_000);
    expect(result.unrouted[0]?.passedOver).toEqual([{ agent: 'a', reason: 'rejected it 10 s ago' }]);
    expect(offered({ waiting: one, agents: [agent('a')], now: NOW + 20_000 })).toEqual([['i1', 'a']]);
  });
});

describe('always', () => {
  const anyAgent = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    state: fc.constantFrom('ready', 'not-ready', 'after-work', 'logged-out' as const),
    connected: fc.boolean(),
    used: fc.nat(3),
    allowed: fc.nat(3),
    idleSince: fc.nat(NOW),
    skills: fc.subarray(['x', 'y']),
    groups: fc.subarray(['g']),
  });
  const anyCandidate = fc.record({
    id: fc.uuid(),
    queue: fc.constantFrom('q1', 'q2', 'gone'),
    queuedAt: fc.nat(NOW),
    lastAgent: fc.constantFrom('a', 'b', null),
    declined: fc.dictionary(
      fc.constantFrom('a', 'b'),
      fc.record({ outcome: fc.constantFrom('rejected', 'timed-out' as const), at: fc.nat(NOW) }),
    ),
  });
  const queues = [queue('q1', { priority: 3, skills: ['x'] }), queue('q2', { groups: ['g'] })];

  it('offers each at most once, never beyond capacity, and accounts for every one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyAgent, { selector: (entry) => entry.name }),
        fc.uniqueArray(anyCandidate, { selector: (entry) => entry.id }),
        (agents, all) => {
          const result = route(input({ queues, agents, waiting: all }));
          const ids = [...result.offers, ...result.unrouted].map((entry) => entry.interactionId);
          expect([...ids].sort()).toEqual(all.map((entry) => entry.id).sort());
          for (const { name, state, connected, used, allowed } of agents) {
            const count = result.offers.filter((offer) => offer.agent === name).length;
            if (count > 0)
              expect({ state, connected, fits: used + count <= allowed }).toEqual({
                state: 'ready',
                connected: true,
                fits: true,
              });
          }
          if (result.again !== undefined) expect(result.again).toBeGreaterThan(NOW);
        },
      ),
    );
  });
});
