import fc from 'fast-check';
import { parse as parseIni } from 'ini';
import { describe, expect, it } from 'vitest';
import { OPTION_LIMITS, placeInValue } from './entry.ts';
import { INCLUDE, readOptionText } from './reader.ts';
import { bytes } from './testing.ts';
import { printOptionEntries } from './writer.ts';

function values(text: string): Record<string, string> {
  return Object.fromEntries(readOptionText('a.ini', text).entries.map((e) => [`${e.section}/${e.key}`, e.value]));
}

function findings(text: string | Uint8Array): string[] {
  return readOptionText('a.ini', text).diagnostics.map((d) => `${d.severity} ${d.line}:${d.column} ${d.code}`);
}

describe('readOptionText', () => {
  it('reads sections, keys and values with their places', () => {
    const reading = readOptionText('a.ini', '; top\n[one]\nkey = value\n\n  other.key=  x = y ; # z  \n[two]\nkey =\n');
    expect(reading.diagnostics).toEqual([]);
    expect(reading.entries).toEqual([
      { section: 'one', key: 'key', value: 'value', file: 'a.ini', line: 3, column: 1, final: false, valueColumn: 7 },
      {
        section: 'one',
        key: 'other.key',
        value: 'x = y ; # z',
        file: 'a.ini',
        line: 5,
        column: 3,
        final: false,
        valueColumn: 15,
      },
      { section: 'two', key: 'key', value: '', file: 'a.ini', line: 7, column: 1, final: false, valueColumn: 6 },
    ]);
    expect(reading.comments).toEqual([{ file: 'a.ini', line: 1, text: '; top' }]);
    expect(reading.sections.map((s) => [s.name, s.line])).toEqual([
      ['one', 2],
      ['two', 6],
    ]);
  });

  it('takes a byte order mark, CRLF, a missing last line end, and Unicode', () => {
    const text = '[büro]\r\nschlüssel = größe 😀\r\n# fertig\r\nlast = 1';
    expect(readOptionText('a.ini', bytes(`\uFEFF${text}`))).toEqual(readOptionText('a.ini', text));
    expect(values(`\uFEFF${text}`)).toEqual({ 'büro/schlüssel': 'größe 😀', 'büro/last': '1' });
    expect(findings(`\uFEFF${text}`)).toEqual([]);
  });

  it('keeps a section that stands there without keys', () => {
    expect(readOptionText('a.ini', '[queue-support]').sections.map((s) => s.name)).toEqual(['queue-support']);
  });

  it('keeps outer blanks and understands escapes in quotes only', () => {
    expect(values('[s]\na = "  x\\n\\t\\"\\\\ "\nb = C:\\temp\\new\nc = say "hi"\nd = ""')).toEqual({
      's/a': '  x\n\t"\\ ',
      's/b': 'C:\\temp\\new',
      's/c': 'say "hi"',
      's/d': '',
    });
  });

  it('refuses quotes that do not close, text behind them, and unknown escapes', () => {
    expect(findings('[s]\na = "x\nb = "x" y\nc = "C:\\data"\nd = 1')).toEqual([
      'error 2:5 unclosed-quote',
      'error 3:8 text-after-quote',
      'error 4:8 bad-escape',
    ]);
    expect(values('[s]\na = "x\nd = 1')).toEqual({ 's/d': '1' });
  });

  it('joins continued lines by one blank, whatever stands in them', () => {
    const text =
      '[s]\nmembers = agent:a, \\\n   agent:b, \\\r\n\t; no comment \\\n  [x] = 1  \nnext = C:\\\nq = "a \\\n  b"';
    expect(values(text)).toEqual({
      's/members': 'agent:a, agent:b, ; no comment [x] = 1',
      's/next': 'C:\\',
      's/q': 'a b',
    });
    expect(findings('[s]\na = 1 \\')).toEqual(['error 2:7 continuation-at-end']);
  });

  it('finds the place of a character within quoted and continued values', () => {
    const [entry] = readOptionText('a.ini', '[s]\nkey = "{\\"a\\": \\\n    \\"b\\"}"').entries;
    expect(entry?.value).toBe('{"a": "b"}');
    const place = (offset: number) => entry && placeInValue(entry, offset);
    expect(place(0)).toEqual({ line: 2, column: 8 });
    expect(place(2)).toEqual({ line: 2, column: 11 });
    expect(place(6)).toEqual({ line: 3, column: 5 });
    expect(place(8)).toEqual({ line: 3, column: 8 });
    const [plain] = readOptionText('a.ini', '[s]\nkey =  {}').entries;
    expect(plain && placeInValue(plain, 1)).toEqual({ line: 2, column: 9 });
  });

  it('lets the last of a repeated key win and names both lines', () => {
    const reading = readOptionText('a.ini', '[s]\na = 1\nb = 2\n[t]\na = 3\n[s]\na! = 4');
    expect(reading.entries.map((e) => [e.section, e.key, e.value, e.final])).toEqual([
      ['s', 'b', '2', false],
      ['t', 'a', '3', false],
      ['s', 'a', '4', true],
    ]);
    expect(reading.diagnostics).toMatchObject([{ line: 7, column: 1, code: 'repeated-key', severity: 'warning' }]);
    expect(reading.diagnostics[0]?.message).toContain('line 2 and again at line 7');
  });

  it('finds repeated keys among many, in sections that come again, and in other scripts', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `key-${i} = 1`).join('\n');
    const text = `[a]\n${keys}\n[b]\n${keys}\n[a]\nkey-0 = 2\nkey-4999 = 2\n𝒳größe = 1\n𝒳größe = 2\nkey-0 = 3`;
    const reading = readOptionText('a.ini', text);
    expect(reading.diagnostics.map((d) => d.message.split(' stands ')[0])).toEqual([
      'key-0 of [a]',
      'key-4999 of [a]',
      '𝒳größe of [a]',
      'key-0 of [a]',
    ]);
    expect(reading.diagnostics[3]?.message).toContain('line 10004 and again at line 10008');
    expect(reading.entries).toHaveLength(10_001);
    expect(reading.entries.slice(-3).map((e) => [e.key, e.value])).toEqual([
      ['key-4999', '2'],
      ['𝒳größe', '2'],
      ['key-0', '3'],
    ]);
  });

  it('does not count include lines as repeated', () => {
    expect(findings('[include]\ninclude = a.ini\ninclude = b.ini')).toEqual([]);
  });

  it('marks finals only with ! right behind the key', () => {
    const entries = readOptionText('a.ini', '[s]\na! = 1\nb!=2\nc = !3').entries;
    expect(entries.map((e) => [e.key, e.value, e.final])).toEqual([
      ['a', '1', true],
      ['b', '2', true],
      ['c', '!3', false],
    ]);
    expect(findings('[s]\na != 1\na!! = 2')).toEqual(['error 2:2 bad-key', 'error 3:2 bad-key']);
  });

  it('says what is wrong with a line and goes on with the next', () => {
    const text =
      'early = 1\nearlier = 0\n[s] ; note\nno equals here\n= x\nmy key = 1\nok = 1\n[]\nlost = 1\n[open\nlost = 2';
    expect(findings(text)).toEqual([
      'error 1:1 no-section',
      'error 3:5 text-after-section',
      'error 4:1 no-equals',
      'error 5:1 empty-key',
      'error 6:3 bad-key',
      'error 8:1 empty-section',
      'error 10:1 unclosed-section',
    ]);
    expect(values(text)).toEqual({ 's/ok': '1' });
  });

  it('does not read what continues a refused line as options', () => {
    expect(values('[s]\nno equals \\\nrole = 1\nb = 2')).toEqual({ 's/b': '2' });
    expect(values('[s]\na = \r \\\nrole = 1\nb = 1 \\\n\r x \\\nrole = 2\nc = 3')).toEqual({ 's/c': '3' });
  });

  it('refuses a line over the limit and takes one at the limit', () => {
    const room = OPTION_LIMITS.lineBytes - 'a = '.length;
    expect(findings(`[s]\na = ${'x'.repeat(room)}`)).toEqual([]);
    expect(findings(`[s]\na = ${'x'.repeat(room + 1)}\nb = 1`)).toEqual(['error 2:1 line-too-long']);
    expect(findings(`[s]\na = ${'é'.repeat(room / 2)}`)).toEqual([]);
    expect(findings(`[s]\na = ${'é'.repeat(room / 2 + 1)}`)).toEqual(['error 2:1 line-too-long']);
    expect(values(`[s]\na = 1\n[${'x'.repeat(70_000)}]\nb = 1`)).toEqual({ 's/a': '1' });
  });

  it('refuses a file over the limit and takes one at the limit', () => {
    const line = `;${'x'.repeat(1022)}\n`;
    const full = line.repeat(OPTION_LIMITS.fileBytes / 1024);
    expect(findings(bytes(full))).toEqual([]);
    expect(findings(bytes(`${full}\n`))).toEqual(['error 1:1 file-too-large']);
    expect(findings(`${full}\n`)).toEqual(['error 1:1 file-too-large']);
  });

  it('says where a file is no UTF-8 text', () => {
    expect(findings(new Uint8Array([...bytes('[s]\nä = '), 0xfc, 0x0a]))).toEqual(['error 2:5 not-utf-8']);
    expect(findings(new Uint8Array([...bytes('[s]\na = x'), 0xe2, 0x82]))).toEqual(['error 2:6 not-utf-8']);
    expect(findings(new Uint8Array([0xff, 0xfe, 0x5b, 0]))).toEqual(['error 1:1 not-utf-8']);
    expect(findings(bytes('[s]\na = \0'))).toEqual(['error 2:5 binary-file']);
  });

  it('refuses a carriage return that ends no line', () => {
    expect(findings('[s]\na = 1\rb = 2\nc = 3\r\r\nd = 4\r')).toEqual([
      'error 2:6 stray-carriage-return',
      'error 3:6 stray-carriage-return',
    ]);
  });

  it('stays linear on the largest hostile values', () => {
    const quoted = `[s]\na = "x \\\n${'\\n \\\n'.repeat(200_000)}y"`;
    const reading = readOptionText('a.ini', quoted);
    expect(reading.diagnostics).toEqual([]);
    expect(reading.entries[0]?.value).toHaveLength(400_003);
    expect(findings(`[s]\n${'['.repeat(60_000)}\n`.repeat(100))).toHaveLength(100);
  });

  it('lists no more findings than the limit and counts the rest', () => {
    const found = readOptionText('a.ini', `[s]\n${'nonsense\n'.repeat(OPTION_LIMITS.diagnostics + 5)}`).diagnostics;
    expect(found).toHaveLength(OPTION_LIMITS.diagnostics + 1);
    expect(found.at(-1)).toMatchObject({ code: 'more-findings', severity: 'error' });
    expect(found.at(-1)?.message).toContain('5 more');
  });
});

/** Texts made of the characters that mean something, so that hostile files come up often. */
const hostile = fc
  .array(
    fc.constantFrom(
      '[',
      ']',
      '=',
      '!',
      '"',
      '\\',
      ' \\\n',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      ';',
      '#',
      'a',
      'é',
      '😀',
      'include',
      '\0',
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

describe('readOptionText, for any content', () => {
  it('never throws on bytes, and its places exist in the file', () => {
    // Pieces of text between any bytes, since bytes alone are refused whole as no UTF-8.
    const piece = fc.oneof(hostile.map(bytes), fc.uint8Array({ maxLength: 4 }));
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(piece, { maxLength: 6 }).map((pieces) => new Uint8Array(pieces.flatMap((part) => [...part]))),
    );
    fc.assert(
      fc.property(content, (file) => {
        // One character for each byte: as long as the text or longer, with the same lines.
        const lines = String.fromCharCode(...file).split('\n');
        const { diagnostics, entries } = readOptionText('a.ini', file);
        for (const { line, column } of [...diagnostics, ...entries]) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives places that exist in the text, and values that stand there', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme', maxLength: 200 })), (text) => {
        const lines = text.replace(/^\uFEFF/, '').split('\n');
        const reading = readOptionText('a.ini', text);
        for (const d of reading.diagnostics) {
          expect(d.line).toBeLessThanOrEqual(Math.max(lines.length, 1));
          expect(d.column).toBeLessThanOrEqual((lines[d.line - 1]?.length ?? 0) + 1);
        }
        for (const entry of reading.entries) {
          const line = lines[entry.line - 1] ?? '';
          expect(line.startsWith(entry.key, entry.column - 1)).toBe(true);
          if (!entry.marks) expect(line.startsWith(entry.value, entry.valueColumn - 1)).toBe(true);
          for (const mark of entry.marks ?? []) {
            if (mark.offset < entry.value.length) expect(lines[mark.line - 1]?.[mark.column - 1]).toBeDefined();
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('printing what was read', () => {
  it('reads as the same entries again, whatever the file', () => {
    const plain = (text: string) =>
      readOptionText('a.ini', text).entries.map(({ section, key, value, final }) => ({ section, key, value, final }));
    fc.assert(
      fc.property(hostile, (text) => {
        const entries = plain(`[s]\nkey = ${text}`).filter(({ section }) => section !== INCLUDE);
        const printed = printOptionEntries(entries);
        expect(printed.ok && plain(printed.value)).toEqual(entries);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readOptionText beside the ini package', () => {
  const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,10}$/).filter((k) => k !== '__proto__');
  // What both formats read alike: no quotes, escapes, comment signs or words that ini turns into other types.
  const value = fc
    .stringMatching(/^[A-Za-z0-9 äö€.,:/|$(){}-]{0,20}$/)
    .map((v) => v.trim())
    .filter((v) => !['true', 'false', 'null'].includes(v));
  const file = fc.dictionary(key, fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 }), { maxKeys: 5 });

  it('reads the same where both formats agree', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('\n', '\r\n'), fc.constantFrom('=', ' = ', '  =\t'), (data, end, equals) => {
        const lines = Object.entries(data).flatMap(([section, pairs]) => [
          `[${section}]`,
          '; comment',
          ...Object.entries(pairs).map(([k, v]) => `${k}${equals}${v}`),
          '',
        ]);
        const ours: Record<string, Record<string, string>> = {};
        const reading = readOptionText('a.ini', lines.join(end));
        expect(reading.diagnostics).toEqual([]);
        for (const e of reading.entries) {
          ours[e.section] ??= {};
          Object.assign(ours[e.section] ?? {}, { [e.key]: e.value });
        }
        expect(ours).toEqual(parseIni(lines.join(end)));
      }),
      { numRuns: 300 },
    );
  });
});
