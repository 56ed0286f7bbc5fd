import { describe, expect, it } from 'vitest';
import { habitLists } from './habit-lists.ts';
import { sampleResponse } from './samples.ts';

const responses = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => sampleResponse({ id }));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('habitLists', () => {
  it('shows favourites in the order marked, the recent newest first, and what is used most besides', () => {
    const times = { a: 1, b: 2, c: 1, d: 1, e: 1, f: 3, g: 9 };
    const used = Object.entries(times).map(([id, count]) => ({ id, times: count }));
    const { favourites, recent, mostUsed } = habitLists(responses, { favourites: ['g', 'a'], used });
    expect(ids(favourites)).toEqual(['g', 'a']);
    expect(ids(recent)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(ids(mostUsed)).toEqual(['g', 'f']);
  });

  it('leaves out what the library does not have any more', () => {
    const habits = { favourites: ['gone', 'a'], used: [{ id: 'gone', times: 5 }] };
    const { favourites, recent, mostUsed } = habitLists(responses, habits);
    expect([ids(favourites), ids(recent), ids(mostUsed)]).toEqual([['a'], [], []]);
  });
});
