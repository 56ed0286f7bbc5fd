import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff.ts';
import { ClockOffset } from './clock-offset.ts';

describe('waits between attempts', () => {
  it('double from half a second to thirty seconds, each between half and whole', () => {
    const shortest = new Backoff(() => 0);
    const longest = new Backoff(() => 1);
    const steps = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];
    expect(steps.map(() => shortest.next())).toEqual(steps.map((step) => step / 2));
    expect(steps.map(() => longest.next())).toEqual(steps);
  });

  it('begin anew after a success', () => {
    const backoff = new Backoff(() => 0);
    backoff.next();
    backoff.next();
    expect(backoff.failures).toBe(2);
    backoff.reset();
    expect([backoff.failures, backoff.next()]).toEqual([0, 250]);
  });
});

describe('the offset of the server’s clock', () => {
  it('is never above the truth, and as near as the fastest of the newest frames', () => {
    const delays = fc.array(fc.nat(4000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(delays, fc.integer({ min: -10_800_000, max: 10_800_000 }), (list, truth) => {
        const offset = new ClockOffset();
        list.forEach((delay, n) => {
          const sentAt = 1_000_000 + n * 10_000;
          offset.add(sentAt + truth, sentAt + delay);
        });
        expect(offset.value).toBe(truth - Math.min(...list.slice(-8)));
      }),
    );
  });

  it('follows at once when the PC’s clock is set, either way', () => {
    const offset = new ClockOffset();
    offset.add(1_000_000, 1_000_000);
    offset.add(1_010_000, 1_010_000 + 10_800_000);
    expect(offset.value).toBe(-10_800_000);
    offset.add(1_020_000, 1_020_000);
    expect(offset.value).toBe(0);
  });

  it('is zero before anything is known', () => {
    const offset = new ClockOffset();
    expect(offset.value).toBe(0);
    offset.add(5, 0);
    offset.reset();
    expect(offset.value).toBe(0);
  });
});
