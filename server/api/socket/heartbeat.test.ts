import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { Heartbeat } from './heartbeat.ts';

function setUp(interval = 10_000) {
  const clock = new ManualClock();
  const state = { stuck: false, deaf: false };
  const seen: string[] = [];
  const heartbeat = new Heartbeat({
    clock,
    interval,
    isStuck: () => state.stuck,
    isDeaf: () => state.deaf,
    beat: () => seen.push('beat'),
    onSilent: () => seen.push('silent'),
    onStuck: () => seen.push('stuck'),
  });
  heartbeat.start();
  return { clock, state, seen, heartbeat };
}

describe('Heartbeat', () => {
  it('beats, and gives up a desk that is silent for more than three', () => {
    const { clock, seen } = setUp();
    clock.advance(30_000);
    expect(seen).toEqual(['beat', 'beat', 'beat']);
    clock.advance(100_000);
    expect(seen).toEqual(['beat', 'beat', 'beat', 'silent']);
  });

  it('keeps a desk that is heard now and then', () => {
    const { clock, seen, heartbeat } = setUp();
    for (let i = 0; i < 10; i += 1) {
      clock.advance(20_000);
      heartbeat.heard();
    }
    expect(seen).not.toContain('silent');
  });

  it('does not count silence while the server does not listen', () => {
    const { clock, seen, state } = setUp();
    state.deaf = true;
    clock.advance(200_000);
    expect(seen).not.toContain('silent');
  });

  it('sends nothing to a desk that takes nothing, and gives it up in the end', () => {
    const { clock, seen, state, heartbeat } = setUp();
    state.stuck = true;
    for (let i = 0; i < 6; i += 1) {
      clock.advance(10_000);
      heartbeat.heard();
    }
    expect(seen).toEqual([]);
    clock.advance(10_000);
    expect(seen).toEqual(['stuck']);
  });

  it.each([1000, 60_000])("grants a desk its own three heartbeats, whatever the server's (%i ms)", (interval) => {
    const { clock, seen, heartbeat } = setUp(interval);
    for (let i = 0; i < 5; i += 1) {
      clock.advance(29_000);
      heartbeat.heard();
    }
    expect(seen).not.toContain('silent');
    expect(seen.length).toBeGreaterThan(10);
    clock.advance(41_000);
    expect(seen.at(-1)).toBe('silent');
  });

  it('stops', () => {
    const { clock, seen, heartbeat } = setUp();
    heartbeat.stop();
    clock.advance(100_000);
    expect(seen).toEqual([]);
  });
});
