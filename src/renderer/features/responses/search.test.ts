import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleResponse } from './samples.ts';
import { partsOf, searchResponses } from './search.ts';

const responses = [
  sampleResponse({ id: 'text', name: 'Opening times', text: 'We send every parcel before noon.' }),
  sampleResponse({ id: 'category', name: 'Delay', category: 'Support/Parcels', text: 'It takes longer.' }),
  sampleResponse({ id: 'inside', name: 'Lost subparcel', text: '-' }),
  sampleResponse({ id: 'word', name: 'Your parcel', text: '-' }),
  sampleResponse({ id: 'begins', name: 'Parcel is on its way', text: '-' }),
  sampleResponse({ id: 'shortcut', name: 'On its way', shortcut: 'parcel', text: '-' }),
  sampleResponse({ id: 'umlaut', name: 'Begrüßung', text: 'Schönen Tag!' }),
];

const found = (query: string) => searchResponses(responses, query).map(({ response }) => response.id);
const marked = (parts: readonly { readonly text: string; readonly found: boolean }[]) =>
  parts.map(({ text, found: isFound }) => (isFound ? `[${text}]` : text)).join('');

describe('searchResponses', () => {
  it('puts the shortcut first, then names, categories and texts', () => {
    expect(found('parcel')).toEqual(['shortcut', 'begins', 'word', 'inside', 'category', 'text']);
    expect(found('/parcel')[0]).toBe('shortcut');
  });

  it('finds what has every word, wherever each stands', () => {
    expect(found('noon times')).toEqual(['text']);
    expect(found('noon nobody')).toEqual([]);
  });

  it('finds nothing for no word', () => expect(found('  ')).toEqual([]));

  it('does not mind capitals and marks above letters, and marks what it found as it is written', () => {
    const [hit] = searchResponses(responses, 'SCHONEN begru');
    expect(hit?.response.id).toBe('umlaut');
    expect(marked(hit?.name ?? [])).toBe('[Begrü]ßung');
    expect(marked(hit?.excerpt ?? [])).toBe('[Schönen] Tag!');
  });

  it('shows what was found in the middle of a long text', () => {
    const long = sampleResponse({ id: 'long', text: `${'before '.repeat(40)}needle${' behind'.repeat(40)}` });
    const excerpt = marked(searchResponses([long], 'needle')[0]?.excerpt ?? []);
    expect(excerpt).toMatch(/^….*\[needle\].*…$/);
  });
});

describe('partsOf', () => {
  it('gives the text back, whatever it is and whatever is searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ minLength: 1 })), (text, words) => {
        expect(
          partsOf(text, words)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
