import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { FailureGuard } from './failure-guard.ts';

function setUp(capacity = 10_000) {
  const clock = new ManualClock();
  return { clock, guard: new FailureGuard({ clock, allowed: 3, within: 60_000, lockedFor: 30_000, capacity }) };
}

describe('FailureGuard', () => {
  it('locks at the last allowed failure and opens again when the time is over', () => {
    const { clock, guard } = setUp();
    expect([guard.failed('kaa'), guard.failed('kaa')]).toEqual([false, false]);
    expect(guard.lockedFor('kaa')).toBe(0);
    expect(guard.failed('kaa')).toBe(true);
    expect(guard.lockedFor('kaa')).toBe(30_000);
    clock.advance(29_999);
    expect(guard.lockedFor('kaa')).toBe(1);
    clock.advance(1);
    expect(guard.lockedFor('kaa')).toBe(0);
    expect(guard.failed('kaa')).toBe(false);
  });

  it('forgets failures after a success and after the span', () => {
    const { clock, guard } = setUp();
    guard.failed('kaa');
    guard.failed('kaa');
    guard.succeeded('kaa');
    expect(guard.failed('kaa')).toBe(false);
    guard.failed('kaa');
    clock.advance(60_000);
    expect(guard.failed('kaa')).toBe(false);
  });

  it('keeps names apart', () => {
    const { guard } = setUp();
    for (let i = 0; i < 3; i += 1) guard.failed('kaa');
    expect(guard.lockedFor('bagheera')).toBe(0);
  });

  it('remembers a bounded number of names, the latest', () => {
    const { guard } = setUp(2);
    guard.failed('a');
    guard.failed('a');
    for (const name of ['b', 'c']) guard.failed(name);
    expect(guard.failed('a')).toBe(false);
    expect(guard.lockedFor('a')).toBe(0);
  });
});
