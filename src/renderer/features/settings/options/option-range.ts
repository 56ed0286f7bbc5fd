import type { OptionType, OptionUnit } from '#shared/options/option-types.ts';

/** What a number counts; undefined for plain counts and for what is no number. A duration is written with its unit. */
export function unitOf(type: OptionType): OptionUnit | undefined {
  return type.kind === 'integer' || type.kind === 'integer-list' ? type.unit : undefined;
}

export interface OptionRange {
  readonly kind: 'between' | 'min' | 'max';
  readonly min: number;
  readonly max: number;
}

/** From where to where a number may go; undefined where there is no limit. The end that has none is infinite. */
export function rangeOf(type: OptionType): OptionRange | undefined {
  if (type.kind !== 'integer' && type.kind !== 'integer-list') return undefined;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = type;
  if (type.min !== undefined && type.max !== undefined) return { kind: 'between', min, max };
  if (type.min !== undefined) return { kind: 'min', min, max };
  return type.max === undefined ? undefined : { kind: 'max', min, max };
}
