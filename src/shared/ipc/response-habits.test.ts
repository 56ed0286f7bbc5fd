import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noHabits, type ResponseHabits, responseHabitsSchema, withFavourite, withUse } from './response-habits.ts';

const id = fc.stringMatching(/^[a-e]$/);

describe('withUse', () => {
  it('counts, and puts what was used last in front', () => {
    const habits = ['hello', 'parcel', 'hello'].reduce(withUse, noHabits);
    expect(habits.used).toEqual([
      { id: 'hello', times: 2 },
      { id: 'parcel', times: 1 },
    ]);
  });

  it('counts every use once, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(id), (ids) => {
        const { used } = ids.reduce(withUse, noHabits);
        expect(used.reduce((sum, { times }) => sum + times, 0)).toBe(ids.length);
        expect(new Set(used.map((entry) => entry.id)).size).toBe(used.length);
        expect(used.at(0)?.id).toBe(ids.at(-1));
      }),
    );
  });

  it('forgets the longest unused where there are too many', () => {
    const many = Array.from({ length: 501 }, (_, nth) => `r${nth}`).reduce(withUse, noHabits);
    expect(many.used).toHaveLength(500);
    expect(many.used.some((entry) => entry.id === 'r0')).toBe(false);
    expect(responseHabitsSchema.safeParse(many).success).toBe(true);
  });
});

describe('withFavourite', () => {
  it('marks once and unmarks', () => {
    const marked: ResponseHabits = withFavourite(withFavourite(noHabits, 'hello', true), 'hello', true);
    expect(marked.favourites).toEqual(['hello']);
    expect(withFavourite(marked, 'hello', false)).toEqual(noHabits);
    expect(withFavourite(noHabits, 'hello', false)).toEqual(noHabits);
  });
});
