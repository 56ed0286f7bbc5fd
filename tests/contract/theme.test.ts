import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { themes } from '../../src/renderer/theme/theme.ts';

// Beside the code this test could not read the file: vitest empties style sheets.
const root = resolve(import.meta.dirname, '../..');
const css = readFileSync(join(root, 'src/renderer/theme/themes.css'), 'utf8');

function tokensOf(theme: string): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme="${theme}"\\]\\s*{([^}]*)}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2 contrast of two colours written #rrggbb. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['bg', 'surface', 'surface-2', 'surface-3', 'canvas', 'bubble-in', 'bubble-out', 'bubble-internal'];

/** Each colour of text, and what it stands on somewhere in the pages. */
const textOn: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...grounds, 'accent-weak', 'ok-weak', 'warn-weak', 'danger-weak', 'info-weak']],
  ['text-2', [...grounds, 'accent-weak', 'ok-weak', 'warn-weak', 'danger-weak']],
  ['text-3', ['bg', 'surface', 'surface-2', 'surface-3', 'canvas']],
  ['on-accent', ['accent', 'accent-hover', 'accent-pressed']],
  ['on-danger', ['danger', 'danger-hover']],
  ['accent-text', ['surface', 'surface-2', 'canvas', 'accent-weak', 'bubble-in', 'bubble-out']],
  ['ok', ['surface', 'surface-2', 'ok-weak']],
  ['warn', ['surface', 'surface-2', 'warn-weak', 'bubble-in', 'bubble-out']],
  ['danger', ['surface', 'surface-2', 'canvas', 'danger-weak', 'bubble-out']],
  ['on-found', ['found']],
  ['info', ['surface', 'info-weak', 'bubble-out']],
  ...[1, 2, 3, 4, 5, 6].map((n) => [`avatar-${n}`, [`avatar-${n}-weak`]] as const),
];

/** Edges and signs that must be seen: 3:1 (WCAG 1.4.11). */
const seenOn: readonly (readonly [string, readonly string[]])[] = [
  ['border-control', ['surface']],
  ['focus', ['surface', 'surface-2', 'bg', 'canvas']],
  ['accent', ['surface', 'surface-2']],
];

describe.each(themes)('%s', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string): string => tokens.get(name) ?? '#';
  const least = theme === 'HighContrast' ? 7 : 4.5;

  it('defines what the light theme defines', () => {
    expect([...tokens.keys()].sort()).toEqual([...tokensOf('Default').keys()].sort());
  });

  it.each(textOn)('%s can be read on each of its grounds', (ink, on) => {
    for (const ground of on) {
      expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(seenOn)('%s can be seen', (line, on) => {
    for (const ground of on) {
      expect(contrast(colour(line), colour(ground)), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});

it('contrast is that of WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe('style sheets', () => {
  const sheets = globSync(['src/renderer/**/*.css', 'plugins/**/*.css'], { cwd: root });
  const sources = globSync(['src/renderer/**/*.{ts,tsx}', 'plugins/**/*.tsx'], { cwd: root });
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  /** Set by react-aria. */
  const foreign = ['trigger-width'];
  const defined = new Set([
    ...foreign,
    ...sheets.flatMap((file) => [...read(file).matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name)),
    ...sources.flatMap((file) => [...read(file).matchAll(/['"`]--([\w-]+)/g)].map(([, name]) => name)),
  ]);

  it('use only tokens that are defined somewhere', () => {
    const unknown = [...sheets, ...sources].flatMap((file) =>
      [...read(file).matchAll(/var\(--([\w-]+)/g)]
        .filter(([, name]) => !defined.has(name))
        .map(([, name]) => `${file}: --${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('write no colour of their own: the three themes would not reach it', () => {
    const own = sheets
      .filter((file) => !file.endsWith('theme/themes.css'))
      .flatMap((file) => [...read(file).matchAll(/#[0-9a-f]{3,8}\b|\brgba?\(/gi)].map(([text]) => `${file}: ${text}`));
    expect(own).toEqual([]);
  });

  it('contain the layout of what is asked for its size: else Chromium can lose the picture of the whole window', () => {
    const bare = sheets.flatMap((file) =>
      [...read(file).matchAll(/{([^{}]*)}/g)]
        .filter(([, rule = '']) => /^\s*container(-type)?:/m.test(rule) && !/^\s*contain: layout/m.test(rule))
        .map(() => file),
    );
    expect(bare).toEqual([]);
  });
});
