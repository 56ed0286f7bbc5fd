import { describe, expect, it } from 'vitest';
import { DeskRegistry } from './desk-registry.ts';
import { statusOf } from './testing.ts';

function setUp() {
  const calls: string[] = [];
  const registry = new DeskRegistry({
    engine: {
      deskConnected: async (agent) => {
        await Promise.resolve();
        calls.push(`connected ${agent}`);
        return statusOf(agent);
      },
      deskDisconnected: async (agent) => {
        await Promise.resolve();
        calls.push(`disconnected ${agent}`);
      },
    },
    endSession: async (id) => {
      calls.push(`ended ${id}`);
    },
  });
  const desk = (sessionId: string) => ({
    sessionId,
    end: ({ refusal }: { refusal: { code: string } }) => calls.push(`bye ${sessionId} ${refusal.code}`),
  });
  return { registry, calls, desk };
}

describe('DeskRegistry', () => {
  it('lets the newer login win, tells the older, and does not take the agent for gone', async () => {
    const { registry, calls, desk } = setUp();
    const [older, newer] = [desk('s1'), desk('s2')];
    await registry.enter('kaa', older);
    await registry.enter('kaa', newer);
    await registry.leave('kaa', older);
    expect(calls).toEqual(['connected kaa', 'bye s1 session-superseded', 'ended s1', 'connected kaa']);
    await registry.leave('kaa', newer);
    expect(calls.at(-1)).toBe('disconnected kaa');
  });

  it('does not end the login of a desk that only connects anew', async () => {
    const { registry, calls, desk } = setUp();
    await registry.enter('kaa', desk('s1'));
    await registry.enter('kaa', desk('s1'));
    expect(calls).not.toContain('ended s1');
  });

  it('keeps the order of comings and goings that are asked for at once', async () => {
    const { registry, calls, desk } = setUp();
    const [first, second] = [desk('s1'), desk('s1')];
    await Promise.all([registry.enter('kaa', first), registry.leave('kaa', first), registry.enter('kaa', second)]);
    expect(calls).toEqual(['connected kaa', 'disconnected kaa', 'connected kaa']);
    await registry.settled();
    expect(registry.size).toBe(1);
  });
});
