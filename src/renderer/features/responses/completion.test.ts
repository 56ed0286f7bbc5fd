import { describe, expect, it } from 'vitest';
import { completions, shortcutAt } from './completion.ts';
import { sampleResponse } from './samples.ts';

/** `|` is the caret. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return shortcutAt(marked.replace('|', ''), caret);
}

describe('shortcutAt', () => {
  it.each([
    ['/|', 0, ''],
    ['/hel|', 0, 'hel'],
    ['Well, /hel| you', 6, 'hel'],
    ['one\n/größe|', 4, 'größe'],
    ['/a.b-c_d|', 0, 'a.b-c_d'],
  ])('finds the one in %j', (marked, start, query) => expect(at(marked)).toEqual({ start, query }));

  it.each([
    'and/or|',
    'https://example.org/he|',
    '//|',
    '/usr/bin|',
    '/he|llo',
    '/hello |',
    '1/2|',
    'hello|',
    '|/hello',
    '/|/x',
  ])('finds none in %j', (marked) => expect(at(marked)).toBeUndefined());
});

describe('completions', () => {
  const responses = [
    sampleResponse({ id: 'greeting', name: 'Greeting of help', shortcut: 'welcome' }),
    sampleResponse({ id: 'help', name: 'Assistance', shortcut: 'help' }),
    sampleResponse({ id: 'hello', name: 'Hello', shortcut: 'hello' }),
    sampleResponse({ id: 'hel', name: 'Exact', shortcut: 'hel' }),
    sampleResponse({ id: 'without', name: 'Help without a shortcut' }),
  ];
  const ids = (query: string) => completions(responses, query).map(({ id }) => id);

  it('puts the exact shortcut first, then those that begin so, then names', () => {
    expect(ids('hel')).toEqual(['hel', 'hello', 'help', 'greeting']);
    expect(ids('HELLO')).toEqual(['hello']);
  });

  it('offers all that have a shortcut for the slash alone', () => expect(ids('')).toHaveLength(4));
  it('offers nothing that does not fit', () => expect(ids('xyz')).toEqual([]));

  it('offers no more than a list shows', () => {
    const many = Array.from({ length: 50 }, (_, nth) => sampleResponse({ id: `r${nth}`, shortcut: `s${nth}` }));
    expect(completions(many, 's')).toHaveLength(8);
  });
});
