import { describe, expect, it } from 'vitest';
import { countFilters, filterOptions, type OptionFilter } from './filter-options.ts';
import { sampleOption, sampleValue } from './testing.ts';

const theme = sampleOption('gui.theme', {
  description: 'Colours of all windows.',
  value: sampleValue('Dark', { layer: 'preferences' }),
  userSettable: true,
});
const timeout = sampleOption('toast.timeout', {
  description: 'How long the preview is shown.',
  value: sampleValue('30'),
});
const fixed = sampleOption('gui.text-size', {
  value: sampleValue('125', { layer: 'application', file: 'application.ini', line: 3 }),
  userSettable: true,
  final: true,
});
const url = sampleOption('connection.url', { value: sampleValue('https://new'), untilRestart: 'https://old' });
const all = [theme, timeout, fixed, url];

const found = (query: string, ...filters: OptionFilter[]) => filterOptions(all, query, new Set(filters));

describe('filterOptions', () => {
  it('leaves all when nothing is asked', () => {
    expect(found('')).toEqual(all);
    expect(found('  ')).toEqual(all);
  });

  it('looks at names, descriptions and values, in any case', () => {
    expect(found('GUI.')).toEqual([theme, fixed]);
    expect(found('preview')).toEqual([timeout]);
    expect(found('dark')).toEqual([theme]);
    expect(found('https://old')).toEqual([url]);
    expect(found('nowhere')).toEqual([]);
  });

  it('wants every word, wherever it stands', () => {
    expect(found('gui windows')).toEqual([theme]);
    expect(found('windows preview')).toEqual([]);
  });

  it('leaves what fits all filters', () => {
    expect(found('', 'changed')).toEqual([theme, fixed]);
    expect(found('', 'waiting')).toEqual([url]);
    expect(found('', 'changed', 'mine')).toEqual([theme]);
    expect(found('size', 'changed')).toEqual([fixed]);
  });

  it('does not count as theirs what an administrator has fixed', () => {
    expect(found('', 'mine')).toEqual([theme]);
  });
});

describe('countFilters', () => {
  it('counts what each would leave', () => {
    expect(countFilters(all)).toEqual({ changed: 2, mine: 1, waiting: 1 });
  });
});
