import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../result.ts';
import { OPTION_LIMITS } from './entry.ts';
import { type OptionFileReading, type OptionFileSource, readOptionFile } from './include.ts';
import { bytes } from './testing.ts';

function source(files: Readonly<Record<string, string>>): OptionFileSource {
  return {
    read(name) {
      const text = files[name];
      return text === undefined ? refuse('not-found', `${name} is not there.`) : ok(bytes(text));
    },
  };
}

const findings = (reading: OptionFileReading) =>
  reading.diagnostics.map((d) => `${d.severity} ${d.file}:${d.line}:${d.column} ${d.code}`);
const values = (reading: OptionFileReading) => reading.entries.map((e) => `${e.file} ${e.section}/${e.key}=${e.value}`);

describe('readOptionFile', () => {
  it('puts the included file in the place of its line, beside the file that includes it', () => {
    const reading = readOptionFile(
      'agents/kaa.ini',
      source({
        'agents/kaa.ini': '[s]\na = 1\n[include]\ninclude = team.ini\n[s]\nb = 2',
        'agents/team.ini': '[s]\nc = 3\n[t]\n',
        'team.ini': '[s]\nwrong = 1',
      }),
    );
    expect(findings(reading)).toEqual([]);
    expect(values(reading)).toEqual(['agents/kaa.ini s/a=1', 'agents/team.ini s/c=3', 'agents/kaa.ini s/b=2']);
    expect(reading.sections.map((s) => `${s.file} ${s.name}`)).toContain('agents/team.ini t');
    expect(reading.files).toEqual(['agents/kaa.ini', 'agents/team.ini']);
  });

  it('lets the last of a key in two files win and names both places', () => {
    const reading = readOptionFile(
      'a.ini',
      source({ 'a.ini': '[s]\nk = 1\nj = 1\n[include]\ninclude = b.ini', 'b.ini': '[s]\n\nk = 2' }),
    );
    expect(values(reading)).toEqual(['a.ini s/j=1', 'b.ini s/k=2']);
    expect(findings(reading)).toEqual(['warning b.ini:3:1 repeated-key']);
    expect(reading.diagnostics[0]?.message).toContain('a.ini at line 2 and again in b.ini at line 3');
  });

  it('refuses circles, and reads a file that is included twice once', () => {
    const circle = readOptionFile(
      'a.ini',
      source({ 'a.ini': '[include]\ninclude = b.ini', 'b.ini': '[s]\nx = 1\n[include]\ninclude = a.ini' }),
    );
    expect(findings(circle)).toEqual(['error b.ini:4:11 include-cycle']);
    expect(circle.diagnostics[0]?.message).toContain('a.ini → b.ini → a.ini');
    expect(values(circle)).toEqual(['b.ini s/x=1']);
    const self = readOptionFile('a.ini', source({ 'a.ini': '[include]\ninclude = a.ini' }));
    expect(findings(self)).toEqual(['error a.ini:2:11 include-cycle']);
    const twice = readOptionFile(
      'a.ini',
      source({ 'a.ini': '[include]\ninclude = b.ini\ninclude = b.ini', 'b.ini': '[s]\nx = 1' }),
    );
    expect(findings(twice)).toEqual(['warning a.ini:3:11 included-twice']);
  });

  it('includes down to the depth limit and no further', () => {
    const chain = (depth: number) =>
      Object.fromEntries(
        Array.from({ length: depth + 1 }, (_, i) => [
          `${i}.ini`,
          `[s]\nk${i} = 1\n${i < depth ? `[include]\ninclude = ${i + 1}.ini` : ''}`,
        ]),
      );
    const deepest = readOptionFile('0.ini', source(chain(OPTION_LIMITS.includeDepth)));
    expect(findings(deepest)).toEqual([]);
    expect(deepest.entries).toHaveLength(OPTION_LIMITS.includeDepth + 1);
    const tooDeep = readOptionFile('0.ini', source(chain(OPTION_LIMITS.includeDepth + 1)));
    expect(findings(tooDeep)).toEqual(['error 8.ini:4:11 include-too-deep']);
  });

  it('refuses more files than the limit', () => {
    const names = Array.from({ length: OPTION_LIMITS.includedFiles + 1 }, (_, i) => `f${i}.ini`);
    const files = Object.fromEntries(names.map((name) => [name, '[s]']));
    const includes = names.map((name) => `include = ${name}`).join('\n');
    const reading = readOptionFile('a.ini', source({ ...files, 'a.ini': `[include]\n${includes}` }));
    expect(reading.diagnostics.map((d) => d.code)).toEqual(['too-many-files']);
  });

  it.each([
    '../secret.ini',
    'sub/b.ini',
    '/etc/passwd',
    '..\\b.ini',
    'C:b.ini',
    '.',
    '..',
    'b.ini.',
    '"b.ini "',
    '"a\\nb"',
    '',
  ])('refuses to include %j', (name) => {
    const reading = readOptionFile('a.ini', {
      read: (file) => (file === 'a.ini' ? ok(bytes(`[include]\ninclude = ${name}`)) : ok(bytes('[s]\nk = 1'))),
    });
    expect(reading.diagnostics.map((d) => d.code)).toEqual(['include-outside-folder']);
    expect(reading.entries).toEqual([]);
  });

  it('reports missing and unreadable files at the line that asks for them, and reads the rest', () => {
    const files = source({ 'a.ini': '[include]\ninclude = gone.ini\ninclude = locked.ini\nincluded = x\n[s]\nk = 1' });
    const reading = readOptionFile('a.ini', {
      read: (name) => (name === 'locked.ini' ? refuse('denied', 'Permission denied.') : files.read(name)),
    });
    expect(findings(reading)).toEqual([
      'error a.ini:2:11 missing-file',
      'error a.ini:3:11 unreadable-file',
      'warning a.ini:4:1 unknown-include-key',
    ]);
    expect(values(reading)).toEqual(['a.ini s/k=1']);
  });

  it('takes a missing file as no error only when it is optional', () => {
    expect(readOptionFile('a.ini', source({}), { optional: true })).toMatchObject({ found: false, diagnostics: [] });
    expect(findings(readOptionFile('a.ini', source({})))).toEqual(['error a.ini:1:1 missing-file']);
    const locked = readOptionFile('a.ini', { read: () => refuse('denied', 'Permission denied.') }, { optional: true });
    expect(locked.diagnostics.map((d) => d.code)).toEqual(['unreadable-file']);
  });
});
