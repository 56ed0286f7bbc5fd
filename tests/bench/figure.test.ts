import { describe, expect, it } from 'vitest';
import { figure, median } from './figure.ts';

describe('figures', () => {
  it('stand beside their baseline', () => {
    expect(figure('start', 'ms', [300, 100, 200], [100, 50, 150, 100])).toEqual({
      name: 'start',
      value: 200,
      unit: 'ms',
      n: 3,
      min: 100,
      median: 200,
      max: 300,
      baseline: 100,
      ratio: 2,
    });
  });

  it('take the middle of an even count', () => expect(median([4, 1, 3, 2])).toBe(2.5));
});
