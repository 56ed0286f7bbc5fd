/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

const COLOUR = /^#(?:([0-9a-f]{3})[0-9a-f]?|([0-9a-f]{6})(?:[0-9a-f]{2})?)$/i;

/** `#rgb` or `#rrggbb`; a share of transparency is not counted, for what would shine through is not known. */
export function readColour(text: string): Rgb | undefined {
  const [, short, long] = COLOUR.exec(text.trim()) ?? [];
  const digits = long ?? short?.replace(/./g, '$&$&');
  if (digits === undefined) return undefined;
  const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

export function writeColour(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of `a`, the rest of `b`: what `color-mix(in srgb, a share, b)` gives. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2): number => Math.round(a[at] * share + b[at] * (1 - share));
  return [part(0), part(1), part(2)];
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number): number =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2 contrast, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const STEPS = 10;

/**
 * The colour nearest to `colour` that has a contrast of `least` on each ground, on the way to `ink`, which has it.
 * So a colour of an option keeps its hue in every theme, and what is written in it can be read.
 */
export function distinct(colour: Rgb, grounds: readonly Rgb[], ink: Rgb, least: number): Rgb {
  for (let step = 0; step < STEPS; step += 1) {
    const candidate = mix(ink, colour, step / STEPS);
    if (grounds.every((ground) => contrast(candidate, ground) >= least)) return candidate;
  }
  return ink;
}
