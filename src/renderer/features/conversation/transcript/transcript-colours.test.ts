import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, type Rgb, readColour } from '../../../theme/contrast.ts';
import { transcriptColours } from './transcript-colours.ts';

/** As in `themes.css`. */
const light: Readonly<Record<string, string>> = {
  text: '#16202b',
  surface: '#ffffff',
  canvas: '#ecf0f2',
  'bubble-in': '#ffffff',
  'bubble-out': '#d8f1ea',
  'danger-weak': '#fce8e6',
};
const dark: Readonly<Record<string, string>> = {
  text: '#e7ecf2',
  surface: '#161c23',
  canvas: '#0f151b',
  'bubble-in': '#1f2832',
  'bubble-out': '#123f39',
  'danger-weak': '#3b1715',
};
const themeOf = (tokens: Readonly<Record<string, string>>) => ({
  colour: (token: string) => readColour(tokens[token] ?? ''),
  least: 4.5,
});
const none = { client: '', agent: '', system: '', error: '' };
const rgb = (text: string | undefined): Rgb => readColour(text ?? '') ?? [0, 0, 0];

describe('transcriptColours', () => {
  it('leaves the theme its colours where none are given, or none that can be read', () => {
    expect(transcriptColours(none, themeOf(light))).toEqual({});
    expect(transcriptColours({ ...none, client: 'red' }, themeOf(light))).toEqual({});
  });

  it('takes a colour as it is where it can be read', () => {
    expect(transcriptColours({ ...none, client: '#7A3DB8' }, themeOf(light))).toEqual({
      '--transcript-client': '#7a3db8',
    });
  });

  it('changes it in the theme where it cannot', () => {
    const colours = { ...none, agent: '#003a33' };
    expect(transcriptColours(colours, themeOf(light))).toEqual({ '--transcript-agent': '#003a33' });
    expect(transcriptColours(colours, themeOf(dark))).not.toEqual({ '--transcript-agent': '#003a33' });
  });

  it.each([
    ['light', light],
    ['dark', dark],
  ])('can be read on bubbles, lines and canvas of the %s theme', (_, tokens) => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, (one) => {
        const found = transcriptColours({ client: one, agent: one, system: one, error: one }, themeOf(tokens));
        for (const [part, ground] of [
          ['client', 'bubble-in'],
          ['agent', 'bubble-out'],
          ['error', 'canvas'],
        ] as const) {
          expect(contrast(rgb(found[`--transcript-${part}`]), rgb(tokens[ground]))).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });
});
