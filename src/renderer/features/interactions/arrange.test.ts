import { describe, expect, it } from 'vitest';
import { arranged, moved, placed, togglePin } from './arrange.ts';

const waiting = ['a', 'b', 'c', 'd'];
const none = { pinned: [], order: null };

describe('arranged', () => {
  it.each([
    ['the order of waiting where nothing is arranged', none, 'a b c d'],
    ['pinned ones on top, in the order of waiting', { pinned: ['d', 'b'], order: null }, 'b d a c'],
    ['an order by hand', { pinned: [], order: ['d', 'c', 'b', 'a'] }, 'd c b a'],
    ['new ones below an order by hand, by their waiting', { pinned: [], order: ['d', 'b'] }, 'd b a c'],
    ['pinned ones on top of an order by hand', { pinned: ['a'], order: ['d', 'c', 'b', 'a'] }, 'a d c b'],
    ['only what is there', { pinned: ['gone'], order: ['gone', 'c'] }, 'c a b d'],
  ])('is %s', (_case, arrangement, list) => expect(arranged(waiting, arrangement).join(' ')).toBe(list));
});

describe('togglePin', () => {
  it('pins and lets go', () => {
    const pinned = togglePin(waiting, none, 'c');
    expect(pinned).toEqual({ pinned: ['c'], order: null });
    expect(togglePin(waiting, pinned, 'c')).toEqual(none);
  });

  it('forgets what has left the list and keeps the order by hand', () => {
    expect(togglePin(waiting, { pinned: ['gone', 'a'], order: ['b', 'a'] }, 'd')).toEqual({
      pinned: ['a', 'd'],
      order: ['b', 'a'],
    });
  });
});

describe('moved', () => {
  it.each([
    ['down', none, 'a', 1, 'b a c d'],
    ['up', none, 'd', -1, 'a b d c'],
    ['up at the top', none, 'a', -1, undefined],
    ['down at the end', none, 'd', 1, undefined],
    ['over the last pinned one', { pinned: ['a'], order: null }, 'b', -1, undefined],
    ['a pinned one out of the pinned ones', { pinned: ['a'], order: null }, 'a', 1, undefined],
    ['what is not there', none, 'x', 1, undefined],
  ] as const)('%s', (_case, arrangement, id, step, order) => {
    expect(moved(waiting, arrangement, id, step)?.order?.join(' ')).toBe(order);
  });
});

describe('placed', () => {
  it.each([
    ['before another', 'd', 'b', 'before', 'a d b c'],
    ['behind another', 'a', 'c', 'after', 'b c a d'],
    ['at the end', 'a', 'd', 'after', 'b c d a'],
  ] as const)('%s', (_case, id, target, side, order) => {
    expect(placed(waiting, none, id, target, side).order?.join(' ')).toBe(order);
  });

  it('stays below the pinned ones unless it is one of them', () => {
    const arrangement = { pinned: ['a', 'b'], order: null };
    expect(placed(waiting, arrangement, 'd', 'a', 'before').order).toEqual(['a', 'b', 'd', 'c']);
    expect(placed(waiting, arrangement, 'b', 'a', 'before').order).toEqual(['b', 'a', 'c', 'd']);
  });
});
