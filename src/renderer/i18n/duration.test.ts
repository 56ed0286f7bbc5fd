import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { clockText, spanText } from './duration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('clockText', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [38_000, '0:38'],
    [161_000, '2:41'],
    [59 * MINUTE + 59_999, '59:59'],
    [HOUR, '1:00:00'],
    [25 * HOUR + 2 * MINUTE + 3000, '25:02:03'],
    [-5000, '0:00'],
  ])('shows %i ms as %s', (duration, text) => {
    expect(clockText(duration)).toBe(text);
  });
});

describe('spanText', () => {
  const t = ((key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`) as unknown as TFunction;

  it.each([
    [MINUTE - 1, 'duration.less-than-minute {}'],
    [MINUTE, 'duration.minutes {"minutes":1}'],
    [HOUR - 1, 'duration.minutes {"minutes":59}'],
    [HOUR, 'duration.hours {"hours":1}'],
    [HOUR + MINUTE, 'duration.hours-minutes {"hours":1,"minutes":1}'],
    [24 * HOUR - 1, 'duration.hours-minutes {"hours":23,"minutes":59}'],
    [24 * HOUR, 'duration.days {"count":1}'],
  ])('says %i ms as %s', (duration, text) => {
    expect(spanText(t, duration)).toBe(text);
  });
});
