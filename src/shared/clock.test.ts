import { afterEach, describe, expect, it, vi } from 'vitest';
import { SystemClock } from './clock.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the system clock', () => {
  it('runs what is due after a wait, not before', async () => {
    const clock = new SystemClock();
    const start = clock.now();
    await new Promise<void>((resolve) => clock.after(20, resolve));
    expect(clock.now() - start).toBeGreaterThanOrEqual(19);
  });

  it('does not begin a wait anew when the computer’s clock is set back meanwhile', async () => {
    const clock = new SystemClock();
    const now = Date.now();
    const ran = new Promise<void>((resolve) => clock.after(20, resolve));
    vi.spyOn(Date, 'now').mockReturnValue(now - 3 * 3_600_000);
    await ran;
  });

  it('runs what has become due when it is moved forward', async () => {
    const clock = new SystemClock();
    const ran = new Promise<void>((resolve) => clock.after(3_600_000, resolve));
    clock.advance(3_600_000);
    await ran;
  });

  it('runs nothing that was called off', async () => {
    const clock = new SystemClock();
    let count = 0;
    const timer = clock.after(1, () => (count += 1));
    timer.dispose();
    await new Promise<void>((resolve) => clock.after(10, resolve));
    expect(count).toBe(0);
  });
});
