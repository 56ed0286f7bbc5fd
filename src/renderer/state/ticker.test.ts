import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { Ticker } from './ticker.ts';

describe('Ticker', () => {
  it('beats on whole seconds, once for all listeners', () => {
    const clock = new ManualClock(10_400);
    const ticker = new Ticker(clock);
    const beats: number[] = [];
    ticker.subscribe(() => beats.push(clock.now()));
    clock.advance(2700);
    expect(beats).toEqual([11_000, 12_000, 13_000]);
  });

  it('rests while nobody listens, and goes on for the next one', () => {
    const clock = new ManualClock(0);
    const ticker = new Ticker(clock);
    let beats = 0;
    const unsubscribe = ticker.subscribe(() => {
      beats += 1;
    });
    unsubscribe();
    clock.advance(5000);
    expect(beats).toBe(0);
    ticker.subscribe(() => {
      beats += 1;
    });
    clock.advance(1000);
    expect(beats).toBe(1);
  });
});
