import type { OptionValues, TranscriptLook } from '#shared/plugin-api/views.ts';
import { type OptionName, optionNumber, options, optionText } from '../options.ts';

/** Text size and colours of the transcript, as the options say (OPT-5). */
export function transcriptLook(values: OptionValues): TranscriptLook {
  const colour = (name: OptionName): string => optionText(name, values[name]);
  return {
    textSize: optionNumber(options.textSize, values[options.textSize]),
    colours: {
      client: colour(options.colourOfClient),
      agent: colour(options.colourOfAgent),
      system: colour(options.colourOfSystem),
      error: colour(options.colourOfErrors),
    },
  };
}
