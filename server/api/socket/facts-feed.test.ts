import { beforeEach, describe, expect, it } from 'vitest';
import { FactsFeed } from './facts-feed.ts';
import { Outgoing } from './outgoing.ts';
import { SlowSocket } from './testing.ts';
import type { ConfigurationFacts } from './welcome-facts.ts';

function factsOf(privileges: string[] | null): ConfigurationFacts {
  return {
    agent: { name: 'kaa', displayName: 'Kaa', firstName: 'Kaa', lastName: '', groups: [] },
    privileges,
    options: { trial: false, freeMessageTimespan: 86_400, dispositionMandatory: false },
    directory: {
      channels: [],
      queues: [],
      agents: [],
      dispositions: [],
      notReadyReasons: [],
      businessAttributes: {},
    },
  };
}

let socket: SlowSocket;
let now: ConfigurationFacts | undefined;
let removed: number;
beforeEach(() => {
  socket = new SlowSocket();
  now = factsOf(['A.x']);
  removed = 0;
});

function feedOf(bound: number): FactsFeed {
  const feed: FactsFeed = new FactsFeed({
    outgoing: new Outgoing({ socket: socket.asSocket(), bound, onDrained: () => feed.drained() }),
    told: factsOf(['A.x']),
    describe: () => now,
    onRemoved: () => {
      removed += 1;
    },
  });
  return feed;
}

describe('FactsFeed', () => {
  it('says what has changed, once, and nothing that has not', () => {
    const feed = feedOf(100_000);
    feed.tell();
    expect(socket.sent).toEqual([]);
    now = factsOf([]);
    feed.tell();
    feed.tell();
    expect(socket.frames()).toMatchObject([{ type: 'configuration', privileges: [], agent: { name: 'kaa' } }]);
    expect(socket.frames()[0]).not.toHaveProperty('serverVersion');
  });

  it('holds one frame for a desk that takes nothing, and sends the newest afterwards', () => {
    const feed = feedOf(600);
    for (let change = 1; change <= 1000; change += 1) {
      now = factsOf([`A.${change}`]);
      feed.tell();
    }
    expect(socket.frames().map((frame) => frame.privileges)).toEqual([['A.1']]);
    socket.take();
    expect(socket.frames().map((frame) => frame.privileges)).toEqual([['A.1'], ['A.1000']]);
    socket.take();
    expect(socket.sent).toHaveLength(2);
  });

  it('says nothing when what the desk had no room for was taken back', () => {
    const feed = feedOf(600);
    now = factsOf(['B.x']);
    feed.tell();
    now = factsOf(['C.x']);
    feed.tell();
    now = factsOf(['B.x']);
    socket.take();
    expect(socket.sent).toHaveLength(1);
  });

  it('notices that the agent is none any more', () => {
    const feed = feedOf(100_000);
    now = undefined;
    feed.tell();
    expect(removed).toBe(1);
    expect(socket.sent).toEqual([]);
  });
});
