import { assertNever } from '#shared/assert.ts';
import type { TranscriptLook } from '#shared/plugin-api/views.ts';
import { distinct, mix, type Rgb, readColour, writeColour } from '../../../theme/contrast.ts';

type Part = keyof TranscriptLook['colours'];

export interface ThemeColours {
  /** A colour of the theme by the name of its token. */
  readonly colour: (token: string) => Rgb | undefined;
  /** The contrast a text must have. */
  readonly least: number;
}

const properties = {
  client: '--transcript-client',
  agent: '--transcript-agent',
  system: '--transcript-system',
  error: '--transcript-error',
} as const satisfies Readonly<Record<Part, string>>;

const NONE: Rgb = [0, 0, 0];

/** What the texts of each part stand on, as the style sheets have it. */
function groundsOf(part: Part, colour: (token: string) => Rgb): readonly Rgb[] {
  switch (part) {
    case 'client':
      return [colour('bubble-in')];
    case 'agent':
      return [colour('bubble-out'), mix(colour('bubble-out'), colour('surface'), 0.45)];
    case 'system':
      return [mix(colour('text'), colour('canvas'), 0.06)];
    case 'error':
      return [colour('canvas'), colour('surface'), colour('danger-weak')];
    default:
      return assertNever(part);
  }
}

/**
 * Custom properties for the colours the options ask for, each moved towards the theme's text where it could not be
 * read. A part without a colour has none: the theme's counts.
 */
export function transcriptColours(colours: TranscriptLook['colours'], theme: ThemeColours): Record<string, string> {
  const known = (token: string): Rgb => theme.colour(token) ?? NONE;
  const found = (Object.keys(colours) as Part[]).flatMap((part) => {
    const wanted = readColour(colours[part]);
    if (!wanted) return [];
    const colour = distinct(wanted, groundsOf(part, known), known('text'), theme.least);
    return [[properties[part], writeColour(colour)]];
  });
  return Object.fromEntries(found) as Record<string, string>;
}
