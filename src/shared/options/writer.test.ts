import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPTION_LIMITS } from './entry.ts';
import { readOptionText } from './reader.ts';
import { printOptionEntries } from './writer.ts';

interface Plain {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  readonly final: boolean;
}

function again(entries: readonly Plain[]): readonly Plain[] | string {
  const printed = printOptionEntries(entries);
  if (!printed.ok) return printed.error.message;
  const reading = readOptionText('a.ini', printed.value);
  expect(reading.diagnostics).toEqual([]);
  return reading.entries.map(({ section, key, value, final }) => ({ section, key, value, final }));
}

const one = (value: string): Plain => ({ section: 's', key: 'k', value, final: false });

describe('printOptionEntries', () => {
  it('prints plain values plainly and quotes only where reading needs it', () => {
    const entries = [one('a ; b # c = "d"'), { ...one(' x '), key: 'l', final: true }, { ...one(''), section: 't' }];
    const printed = printOptionEntries(entries);
    expect(printed.ok && printed.value).toBe('[s]\nk = a ; b # c = "d"\nl! = " x "\n\n[t]\nk =\n');
    expect(again(entries)).toEqual(entries);
  });

  it.each([
    '\\',
    'a \\',
    'a\\',
    '"',
    '""',
    '"a" b',
    '\n',
    'a\nb',
    '\t',
    '\u00a0x',
    '\uFEFF',
    '[x]',
    '; x',
    'C:\\new "x" ',
  ])('prints %j so that it reads the same', (value) => {
    expect(again([one(value)])).toEqual([one(value)]);
  });

  it('breaks lines that are too long at their blanks', () => {
    const words = 'word '.repeat(OPTION_LIMITS.lineBytes / 2).trim();
    expect(again([one(words)])).toEqual([one(words)]);
    expect(again([one(`${words} `)])).toEqual([one(`${words} `)]);
    expect(again([one('x'.repeat(OPTION_LIMITS.lineBytes))])).toContain('cannot be written');
  });

  it('refuses what the format cannot hold', () => {
    expect(again([one('a\rb')])).toContain('cannot be written');
    expect(again([one('a\0b')])).toContain('cannot be written');
    expect(again([{ ...one(''), key: 'a b' }])).toBe('a b is no key.');
    expect(again([{ ...one(''), section: 'a]' }])).toBe('[a]] is no section name.');
  });

  it('round-trips any entries it takes', () => {
    const part = fc.constantFrom(
      '"',
      '\\',
      ' ',
      '\t',
      '\n',
      ';',
      '#',
      '[',
      ']',
      '=',
      'n',
      'ä',
      '😀',
      '\u2003',
      '\u0085',
      '\v',
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(part, { maxLength: 12 }).map((p) => p.join('')),
    );
    const section = fc.constantFrom('s', 'other section', 'agent-kaa');
    const entry = fc.record({ section, key: fc.stringMatching(/^[A-Za-z0-9.*$_-]{1,8}$/), value, final: fc.boolean() });
    const entries = fc.uniqueArray(entry, { selector: (e) => `${e.section}/${e.key}`, maxLength: 8 });
    fc.assert(
      fc.property(entries, (list) => {
        const printable = list.filter((e) => !e.value.includes('\r') && !e.value.includes('\0'));
        expect(again(printable)).toEqual(printable);
      }),
      { numRuns: 1000 },
    );
  });
});
