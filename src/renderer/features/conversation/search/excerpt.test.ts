import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptParts, foundWords } from './excerpt.ts';

const B = '\u0002';
const E = '\u0003';

describe('excerptParts', () => {
  it.each([
    ['nothing found', 'plain', [['plain', false]]],
    [
      'found in the middle',
      `My ${B}parcel${E} is late`,
      [
        ['My ', false],
        ['parcel', true],
        [' is late', false],
      ],
    ],
    [
      'found at both ends',
      `${B}a${E} b ${B}c${E}`,
      [
        ['a', true],
        [' b ', false],
        ['c', true],
      ],
    ],
    ['a mark without its partner', `a ${B}b`, [['a b', false]]],
    ['nothing at all', '', []],
  ])('%s', (_case, excerpt, parts) => {
    expect(excerptParts(excerpt).map(({ text, found }) => [text, found])).toEqual(parts);
  });

  it('loses no letter, whatever comes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', B, E) });
    fc.assert(
      fc.property(text, (excerpt) => {
        const shown = excerptParts(excerpt)
          .map((part) => part.text)
          .join('');
        expect(shown).toBe(excerpt.replaceAll(B, '').replaceAll(E, ''));
      }),
    );
  });
});

it('names each found word once', () => expect(foundWords(`${B}a${E} ${B}b${E} ${B}a${E}`)).toEqual(['a', 'b']));
