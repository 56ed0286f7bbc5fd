import { expect, it } from 'vitest';
import { isVisible } from './visible-text.ts';

it.each([
  ['letters', 'Akela', true],
  ['one emoji', '🦊', true],
  ['Arabic', 'مريم', true],
  ['a flag of two letters', '🇮🇪', true],
  ['nothing', '', false],
  ['blanks', ' \u00a0\u3000', false],
  ['joiners and directions', '\u200b\u200d\u2063\u202e\ufeff', false],
  ['a blank of Braille', '\u2800', false],
  ['fillers of Hangul', '\u3164\u115f\u1160', false],
  ['a mark without a letter', '\u0301', false],
])('%s', (_what, text, visible) => expect(isVisible(text)).toBe(visible));
