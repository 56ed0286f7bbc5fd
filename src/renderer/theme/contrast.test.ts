import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, distinct, mix, type Rgb, readColour, writeColour } from './contrast.ts';

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

describe('readColour', () => {
  it.each([
    ['#0a1', [0, 170, 17]],
    ['#0A1F', [0, 170, 17]],
    ['#102030', [16, 32, 48]],
    [' #10203040 ', [16, 32, 48]],
  ])('reads %s', (text, colour) => expect(readColour(text)).toEqual(colour));

  it.each(['', 'red', '#12', '#12345', '#1234567', '#ggg'])('takes %j for none', (text) => {
    expect(readColour(text)).toBeUndefined();
  });

  it('writes what it reads', () => expect(writeColour(readColour('#0b7a70') ?? black)).toBe('#0b7a70'));
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast(white, black)).toBeCloseTo(21);
    expect(contrast([0x77, 0x77, 0x77], white)).toBeCloseTo(4.48, 2);
  });
});

describe('mix', () => {
  it('takes its share of the first', () => expect(mix(white, black, 0.2)).toEqual([51, 51, 51]));
});

describe('distinct', () => {
  it('leaves a colour that can be read as it is', () => {
    expect(distinct([120, 0, 0], [white], black, 4.5)).toEqual([120, 0, 0]);
  });

  it('goes only as far towards the ink as it must', () => {
    const yellow = distinct([255, 220, 0], [white], black, 4.5);
    expect(contrast(yellow, white)).toBeGreaterThanOrEqual(4.5);
    expect(yellow[0]).toBeGreaterThan(yellow[2] + 50);
  });

  const part = fc.integer({ min: 0, max: 255 });
  const colour = fc.tuple(part, part, part);

  it('can be read on each ground on which the ink can, whatever the colour', () => {
    fc.assert(
      fc.property(colour, colour, fc.array(colour, { maxLength: 3 }), (given, ink, all) => {
        const grounds = all.filter((ground) => contrast(ink, ground) >= 4.5);
        const found = distinct(given, grounds, ink, 4.5);
        for (const ground of grounds) expect(contrast(found, ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
