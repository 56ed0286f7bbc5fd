import { type CSSProperties, useMemo } from 'react';
import { useDesk } from '../../../state/hooks.ts';
import { leastContrast, themeColour, useTheme } from '../../../theme/use-theme.ts';
import { useConversation } from '../conversation-context.ts';
import { transcriptColours } from './transcript-colours.ts';

/** Px of 1 rem at a text size of 100 %. */
const REM = 16;

/** Text size and colours by the medium's options, as custom properties of the transcript. At once when they change. */
export function useTranscriptLook(): CSSProperties {
  const { views } = useConversation();
  const options = useDesk((model) => model.options);
  const theme = useTheme();
  return useMemo(() => {
    const look = views.transcriptLook?.(options);
    if (!look) return {};
    const colours = transcriptColours(look.colours, { colour: themeColour, least: leastContrast(theme) });
    return { '--transcript-size': `${look.textSize / REM}rem`, ...colours } as CSSProperties;
  }, [views, options, theme]);
}
