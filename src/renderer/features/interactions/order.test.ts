import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareByWaiting, neighbour } from './order.ts';

type Ordered = Parameters<typeof compareByWaiting>[0];

function entry(id: string, pendingSince: number | null, lastAt: number | null = null): Ordered {
  const lastMessage =
    lastAt === null ? null : { id: 'm', direction: 'in' as const, kind: 'text' as const, text: '', at: lastAt };
  return { id, pendingSince, lastMessage, createdAt: 0 };
}

const order = (...entries: Ordered[]) => entries.sort(compareByWaiting).map(({ id }) => id);

describe('compareByWaiting', () => {
  it('puts who has waited longest on top', () => {
    expect(order(entry('late', 300), entry('first', 100), entry('second', 200))).toEqual(['first', 'second', 'late']);
  });

  it('puts those who wait before those who do not, however recent', () => {
    expect(order(entry('answered', null, 9_000), entry('waits', 8_000))).toEqual(['waits', 'answered']);
  });

  it('orders those who do not wait by the latest activity', () => {
    expect(order(entry('old', null, 100), entry('new', null, 900), entry('silent', null))).toEqual([
      'new',
      'old',
      'silent',
    ]);
  });

  it('breaks ties by id', () => {
    expect(order(entry('b', 5), entry('a', 5))).toEqual(['a', 'b']);
  });

  it('is an order: the same list whatever order it came in', () => {
    const arbitrary = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      pendingSince: fc.option(fc.integer({ min: 0, max: 5 })),
      at: fc.option(fc.integer({ min: 0, max: 5 })),
    });
    const lists = fc.uniqueArray(arbitrary, { selector: ({ id }) => id, maxLength: 8 });
    fc.assert(
      fc.property(lists, (list) => {
        const entries = list.map(({ id, pendingSince, at }) => entry(id, pendingSince, at));
        expect(order(...entries.toReversed())).toEqual(order(...entries));
      }),
    );
  });
});

describe('neighbour', () => {
  const ids = ['a', 'b', 'c'];

  it('goes down and up', () => {
    expect(neighbour(ids, 'a', 1)).toBe('b');
    expect(neighbour(ids, 'c', -1)).toBe('b');
  });

  it('stops at the ends', () => {
    expect(neighbour(ids, 'c', 1)).toBeUndefined();
    expect(neighbour(ids, 'a', -1)).toBeUndefined();
  });

  it('begins on top when nothing is selected, or what is selected is gone', () => {
    expect(neighbour(ids, null, -1)).toBe('a');
    expect(neighbour(ids, 'gone', 1)).toBe('a');
  });

  it('has nothing to go to in an empty list', () => {
    expect(neighbour([], null, 1)).toBeUndefined();
  });
});
