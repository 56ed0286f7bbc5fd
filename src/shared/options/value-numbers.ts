import type { TypeOf } from './option-types.ts';
import { type Parsed, parsed, unfit } from './parsed.ts';

interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

const WHOLE = /^-?\d{1,15}$/;
const DURATION = /^(\d{1,12})(ms|s|m|h|d)?$/;

const MILLISECONDS = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
} as const;

/** Reads a whole number within the range. */
export function parseInteger(range: Range, text: string): Parsed<number> {
  if (!WHOLE.test(text)) return unfit();
  const value = Number(text);
  return isWithin(range, value) ? parsed(value) : unfit();
}

/** Reads as many whole numbers as the type has items. */
export function parseIntegerList(type: TypeOf<'integer-list'>, text: string): Parsed<readonly number[]> {
  const parts = text.split(',');
  if (parts.length !== type.items.length) return unfit();
  const values: number[] = [];
  for (const part of parts) {
    const one = parseInteger(type, part.trim());
    if (!one.ok) return one;
    const before = values.at(-1);
    if (type.ascending && before !== undefined && one.value < before) {
      return unfit(`${type.items[values.length]} is smaller than ${type.items[values.length - 1]}`);
    }
    values.push(one.value);
  }
  return parsed(values);
}

/** Reads a duration into milliseconds; `min` and `max` of the type are in its unit. */
export function parseDuration(type: TypeOf<'duration'>, text: string): Parsed<number> {
  const match = DURATION.exec(text);
  if (!match) return unfit();
  const unit = MILLISECONDS[type.unit ?? 'seconds'];
  const written = match[2] as keyof typeof MILLISECONDS | undefined;
  const value = Number(match[1]) * (written ? MILLISECONDS[written] : unit);
  return isWithin(type, value / unit) ? parsed(value) : unfit();
}

function isWithin(range: Range, value: number): boolean {
  return value >= (range.min ?? Number.MIN_SAFE_INTEGER) && value <= (range.max ?? Number.MAX_SAFE_INTEGER);
}
