import type { OptionInfo, SourcedText } from '#shared/ipc/option-list.ts';
import type { EffectiveOption, SourcedValue } from '#shared/options/effective-options.ts';

/** An option for the settings screen. `untilRestart`: what counts until then. */
export function infoOf(option: EffectiveOption, owner: string, untilRestart: string | null): OptionInfo {
  const { declaration, name, section, current, overrode, final } = option;
  const { type, takesEffect, userSettable, overridable, planned, description, since } = declaration;
  return {
    ...{ name, section, owner, takesEffect, userSettable, overridable, planned, description, since, final },
    // Metadata is read-only here and plain data for the contract.
    type: type as OptionInfo['type'],
    value: sourcedText(current),
    overrode: overrode.map(sourcedText),
    untilRestart,
  };
}

function sourcedText({ text, layer, layerName, file, line }: SourcedValue): SourcedText {
  return { text, layer, layerName, file, line };
}
