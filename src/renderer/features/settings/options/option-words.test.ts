import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../i18n/i18n.ts';
import { optionWords } from './option-words.ts';
import { sampleValue } from './testing.ts';

const english = optionWords(createTranslator('en').t);
const german = optionWords(createTranslator('de').t);
const line = sampleValue('Dark', { layer: 'application', file: 'application.ini', line: 12 });
const group = sampleValue('Dark', {
  layer: 'agent-group',
  layerName: 'Support',
  file: 'agent-groups/Support.ini',
  line: 3,
});

describe('optionWords', () => {
  it('says who gave a value', () => {
    expect(english.source(sampleValue(''))).toBe('built-in default');
    expect(english.source(line)).toBe('application.ini, line 12');
    expect(english.source(group)).toBe('agent-groups/Support.ini, line 3');
    expect(english.source(sampleValue('', { layer: 'preferences', file: 'kaa.ini', line: 1 }))).toBe('your own choice');
    expect(german.source(line)).toBe('application.ini, Zeile 12');
  });

  it('names the layer', () => {
    expect(english.layer(group)).toBe('Group Support');
    expect(english.layer(sampleValue('', { layer: 'transaction', layerName: 'vip' }))).toBe('Interactions with vip');
  });

  it('says when a change counts', () => {
    expect(english.takesEffect({ takesEffect: 'restart' })).toBe('takes effect with a restart');
  });

  it('says what may be written', () => {
    expect(english.range({ kind: 'integer', min: 80, max: 200, unit: 'percent' })).toBe('80 to 200 %');
    expect(english.range({ kind: 'integer', min: 1 })).toBe('at least 1');
    expect(english.range({ kind: 'text' })).toBeUndefined();
  });
});
