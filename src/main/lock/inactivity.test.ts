import { describe, expect, it } from 'vitest';
import { isInactive, stateWhenAway } from './inactivity.ts';

const MINUTE = 60_000;

describe('inactivity', () => {
  it.each([
    ['just under the time', 10 * MINUTE - 1, 5_000, 10, false],
    ['the time itself', 10 * MINUTE, 5_000, 10, true],
    ['sleep in which nothing was looked at', 0, 10 * MINUTE, 10, true],
    ['any time while it is off', 1000 * MINUTE, 1000 * MINUTE, 0, false],
  ])('%s', (_case, idle, sinceLastLook, timeout, inactive) => {
    expect(isInactive({ idle, sinceLastLook }, timeout)).toBe(inactive);
  });
});

describe('the state of an agent who is away', () => {
  it('is not ready, with the reason if there is one', () => {
    expect(stateWhenAway({ state: 'ready' }, { wanted: true, reason: 'away' })).toEqual({
      state: 'not-ready',
      reason: 'away',
    });
    expect(stateWhenAway({ state: 'ready' }, { wanted: true, reason: '' })).toEqual({ state: 'not-ready' });
  });

  it.each([
    ['nobody wants that', { state: 'ready' }, false],
    ['they are not ready already', { state: 'not-ready' }, true],
    ['they are after work', { state: 'after-work' }, true],
    ['it is not known', null, true],
  ] as const)('stays as it is when %s', (_case, status, wanted) => {
    expect(stateWhenAway(status, { wanted, reason: 'away' })).toBeUndefined();
  });
});
