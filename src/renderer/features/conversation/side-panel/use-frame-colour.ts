import { useMemo } from 'react';
import { distinct, readColour, writeColour } from '../../../theme/contrast.ts';
import { themeColour, useTheme } from '../../../theme/use-theme.ts';

/** What a line must have to be seen (WCAG 1.4.11). */
const SEEN = 3;

/** The colour of a frame, kept visible on the panel in every theme; undefined when the option names none. */
export function useFrameColour(option: string): string | undefined {
  const theme = useTheme();
  return useMemo(() => {
    const [wanted, ground, ink] = [readColour(option), themeColour('surface'), themeColour('text')];
    // `theme` decides what the tokens are.
    if (!wanted || !ground || !ink || !theme) return undefined;
    return writeColour(distinct(wanted, [ground], ink, SEEN));
  }, [option, theme]);
}
