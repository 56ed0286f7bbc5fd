import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterOne, type Debt, nextAt, type Pace } from './pacing.ts';

const pair: Pace = { interval: 6000, burst: 45 };

/** Moments at which `count` that are pressed at once leave. */
function leave(count: number, pace: Pace, start = 0): number[] {
  const times: number[] = [];
  let debt: Debt;
  for (let now = start; times.length < count; ) {
    now = nextAt(debt, now, pace);
    debt = afterOne(debt, now, pace);
    times.push(now);
  }
  return times;
}

describe('pacing', () => {
  it('lets a burst go at once, and one each interval after it', () => {
    expect(leave(48, pair).slice(43)).toEqual([0, 0, 6000, 12_000, 18_000]);
  });

  it('lets a whole burst go again after it was made up for', () => {
    let debt: Debt;
    for (const now of leave(45, pair)) debt = afterOne(debt, now, pair);
    expect(nextAt(debt, 44 * 6000, pair)).toBe(44 * 6000);
    expect(nextAt(debt, 5999, pair)).toBe(6000);
  });

  it('never lets more go than the pace has, in any stretch of time', () => {
    const paces = fc.record({ interval: fc.integer({ min: 1, max: 10_000 }), burst: fc.integer({ min: 1, max: 60 }) });
    const waits = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(paces, waits, (pace, pauses) => {
        const times: number[] = [];
        let debt: Debt;
        let now = 0;
        for (const pause of pauses) {
          now = nextAt(debt, now + pause, pace);
          debt = afterOne(debt, now, pace);
          times.push(now);
        }
        for (const [index, from] of times.entries()) {
          for (let last = index; last < times.length; last += 1) {
            const length = (times[last] ?? 0) - from;
            expect(last - index + 1).toBeLessThanOrEqual(pace.burst + Math.floor(length / pace.interval));
          }
        }
      }),
    );
  });
});
