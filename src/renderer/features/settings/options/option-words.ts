import type { TFunction } from 'i18next';
import type { OptionInfo, SourcedText } from '#shared/ipc/option-list.ts';
import type { OptionType } from '#shared/options/option-types.ts';
import { rangeOf, unitOf } from './option-range.ts';

export interface OptionWords {
  /** Who gave a value, in short: "application.ini, line 12". */
  source(value: SourcedText): string;
  /** The layer of a value: "Group Support". */
  layer(value: SourcedText): string;
  /** When a change counts. */
  takesEffect(option: Pick<OptionInfo, 'takesEffect'>): string;
  /** What a number counts; undefined for what counts nothing. */
  unit(type: OptionType): string | undefined;
  /** What may be written, with the unit; undefined where nothing needs saying. */
  range(type: OptionType): string | undefined;
}

/** Says in words what an option is, by the catalogue of `t`. */
export function optionWords(t: TFunction): OptionWords {
  const unit = (type: OptionType) => {
    const name = unitOf(type);
    return name === undefined ? undefined : t(`options.unit.${name}`);
  };
  return {
    source: ({ layer, file, line }) =>
      layer === 'default' || layer === 'preferences'
        ? t(`options.source.${layer}`)
        : t('options.source.file', { file, line }),
    layer: ({ layer, layerName }) => t(`options.layer.${layer}`, { name: layerName }),
    takesEffect: ({ takesEffect }) => t(`options.takes-effect.${takesEffect}`),
    unit,
    range: (type) => {
      const range = rangeOf(type);
      return (
        [range && t(`options.range.${range.kind}`, { min: range.min, max: range.max }), unit(type)]
          .filter(Boolean)
          .join(' ') || undefined
      );
    },
  };
}
