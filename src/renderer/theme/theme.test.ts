import { describe, expect, it } from 'vitest';
import { chooseTheme, textScale } from './theme.ts';

const system = { dark: false, moreContrast: false };

describe('chooseTheme', () => {
  it('takes the theme of the option', () => {
    expect(chooseTheme('Dark', system)).toBe('Dark');
    expect(chooseTheme('Default', { dark: true, moreContrast: true })).toBe('Default');
  });

  it('follows the system otherwise', () => {
    expect(chooseTheme('system', system)).toBe('Default');
    expect(chooseTheme('system', { dark: true, moreContrast: false })).toBe('Dark');
    expect(chooseTheme('system', { dark: true, moreContrast: true })).toBe('HighContrast');
    expect(chooseTheme('Sepia', { dark: true, moreContrast: false })).toBe('Dark');
  });
});

describe('textScale', () => {
  it.each([
    ['100', 1],
    ['125', 1.25],
    ['80', 0.8],
    ['200', 2],
    ['79', 0.8],
    ['900', 2],
    ['large', 1],
    ['', 1],
  ])('reads %s as %f', (option, scale) => {
    expect(textScale(option)).toBe(scale);
  });
});
