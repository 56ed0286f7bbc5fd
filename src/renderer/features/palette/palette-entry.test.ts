import { describe, expect, it } from 'vitest';
import { inGroups, type PaletteEntry, type PaletteGroup } from './palette-entry.ts';

const entry = (id: string, group: PaletteGroup): PaletteEntry => ({
  id,
  group,
  title: id,
  words: '',
  icon: null,
  chord: '',
  run: () => undefined,
});

describe('inGroups', () => {
  it('puts the group of the best entry first and keeps the order within', () => {
    const groups = inGroups([
      entry('done', 'commands'),
      entry('akela', 'interactions'),
      entry('lock', 'commands'),
      entry('baloo', 'interactions'),
    ]);
    expect(groups.map(({ group, entries }) => [group, entries.map(({ id }) => id)])).toEqual([
      ['commands', ['done', 'lock']],
      ['interactions', ['akela', 'baloo']],
    ]);
  });

  it('has no group without entries', () => expect(inGroups([])).toEqual([]));
});
