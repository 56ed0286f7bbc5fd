import { describe, expect, it } from 'vitest';
import { rank } from './rank.ts';

const entries = [
  { title: 'Open the next interaction', words: '' },
  { title: 'Mark done', words: '' },
  { title: 'Settings: Keyboard', words: '' },
  { title: 'Theme: Dark', words: '' },
  { title: 'José Müller', words: '+49 170 5551234 Where is my parcel?' },
];

const found = (query: string) => rank(entries, query).map(({ title }) => title);

describe('rank', () => {
  it('leaves all in their order while nothing is asked', () => {
    expect(found('')).toEqual(entries.map(({ title }) => title));
    expect(found('  ')).toHaveLength(entries.length);
  });

  it.each([
    ['a beginning of the title', 'mark', ['Mark done']],
    ['a beginning of a later word', 'keyb', ['Settings: Keyboard']],
    ['what stands inside a word', 'ttings', ['Settings: Keyboard']],
    ['words in any order', 'dark theme', ['Theme: Dark']],
    ['letters in their order', 'mkd', ['Mark done']],
    ['letters without their marks', 'jose muller', ['José Müller']],
    ['marks that are written', 'MÜLLER', ['José Müller']],
    ['a number among the other words', '5551234', ['José Müller']],
    ['a word of the last line', 'parcel', ['José Müller']],
  ])('finds %s', (_case, query, titles) => expect(found(query)).toEqual(titles));

  it.each([
    ['one of two words fits nothing', 'mark parcel'],
    ['letters are in another order', 'dkm'],
    ['the letters begin inside a word', 'arkd'],
    ['letters are spread over the other words only', 'wmp'],
  ])('finds nothing when %s', (_case, query) => expect(found(query)).toEqual([]));

  it('puts what begins with the word before what only contains it', () => {
    const three = [
      { title: 'Unmarked', words: '' },
      { title: 'Not mark', words: '' },
      { title: 'Mark', words: '' },
      { title: 'Other', words: 'mark' },
    ];
    expect(rank(three, 'mark').map(({ title }) => title)).toEqual(['Mark', 'Not mark', 'Unmarked', 'Other']);
  });
});
