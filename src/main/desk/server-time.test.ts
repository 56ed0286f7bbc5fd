import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { windowAt } from '#shared/rules/window.ts';
import { ServerTime } from './server-time.ts';

const HOUR = 3_600_000;

function setUp() {
  const clock = new ManualClock();
  const shown: number[] = [];
  const time: ServerTime = new ServerTime(clock, () => shown.push(time.shownOffset));
  return { clock, shown, time };
}

describe('the server’s time', () => {
  it('is the PC’s until the server has spoken, then goes on with the PC’s clock', () => {
    const { clock, time } = setUp();
    expect(time.now()).toBe(clock.now());
    time.begin(clock.now() + 3_000);
    clock.advance(500);
    expect(time.now()).toBe(clock.now() + 3_000);
  });

  it.each([
    ['slow', 3],
    ['fast', -3],
  ])('closes a window at its moment on a PC whose clock is three hours %s', (_, hours) => {
    const { clock, time } = setUp();
    time.begin(clock.now() + hours * HOUR);
    const window = { opensAt: time.now() - 23 * HOUR, closesAt: time.now() + HOUR, why: 'customer-message' } as const;
    expect(windowAt(window, time.now())).toMatchObject({ state: 'open', remaining: HOUR });
    clock.advance(HOUR - 1);
    expect(windowAt(window, time.now()).state).toBe('open');
    clock.advance(1);
    expect(windowAt(window, time.now()).state).toBe('closed');
  });

  it('is told to the pages when it moved by 50 ms, not by less', () => {
    const { clock, shown, time } = setUp();
    time.begin(clock.now() + 49);
    expect([time.offset, time.shownOffset]).toEqual([49, 0]);
    time.sample(clock.now() + 50);
    time.sample(clock.now() + 99);
    time.sample(clock.now() + 100);
    expect(shown).toEqual([50, 100]);
  });

  it('is measured anew by each connection', () => {
    const { clock, time } = setUp();
    time.begin(clock.now() + 3_000);
    time.begin(clock.now() + 2_000);
    expect(time.offset).toBe(2_000);
  });
});
