import { describe, expect, it } from 'vitest';
import { figure, median, percentile } from './figure.ts';

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

  it('read another value than the median out of both', () => {
    expect(figure('key-to-paint', 'ms', [1, 2, 9], [2, 3, 4], percentile(0.95))).toMatchObject({
      value: 9,
      median: 2,
      baseline: 4,
      ratio: 2.25,
    });
  });

  it('are even where there is nothing on both sides', () => expect(figure('lost', 'n', [0], [0]).ratio).toBe(1));

  it.each([
    [0.5, 10],
    [0.95, 19],
    [1, 20],
  ])('find the value at %f', (q, value) => {
    expect(percentile(q)(Array.from({ length: 20 }, (_, index) => 20 - index))).toBe(value);
  });

  it('take the middle of an even count', () => expect(median([4, 1, 3, 2])).toBe(2.5));
});
