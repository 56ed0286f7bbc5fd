import { describe, expect, it } from 'vitest';
import { isNearEnd, positionOf, staysAtEnd } from './scroll-position.ts';

const at = (top: number, below: number) => ({ top, below });

describe('staysAtEnd', () => {
  it.each([
    ['at the end', true, at(900, 0), at(900, 0), true],
    ['content grew below', true, at(900, 0), at(900, 120), true],
    ['rows above shrank, nothing moved to the eye', true, at(900, 0), at(700, 0), true],
    ['rows above shrank while content grew below', true, at(900, 40), at(700, 40), true],
    ['went up', true, at(900, 0), at(800, 100), false],
    ['begins to go up', true, at(900, 0), at(895, 5), false],
    ['goes on up while still near', false, at(895, 5), at(880, 20), false],
    ['is up and new content came', false, at(300, 600), at(300, 720), false],
    ['came back down', false, at(300, 600), at(880, 20), true],
    ['went down but not to the end', false, at(300, 600), at(500, 400), false],
  ] as const)('%s', (_, was, before, now, stays) => expect(staysAtEnd(was, before, now)).toBe(stays));
});

describe('isNearEnd', () => {
  it.each([
    [0, true],
    [32, true],
    [33, false],
  ])('%i px below', (below, near) => expect(isNearEnd(at(900, below))).toBe(near));
});

describe('positionOf', () => {
  it('counts what is below', () => {
    expect(positionOf({ scrollTop: 100, scrollHeight: 1000, clientHeight: 300 })).toEqual({ top: 100, below: 600 });
  });

  it('is at the end when the view is stretched past it', () => {
    expect(positionOf({ scrollTop: 720, scrollHeight: 1000, clientHeight: 300 }).below).toBe(0);
  });
});
