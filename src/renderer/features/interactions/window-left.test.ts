import { describe, expect, it } from 'vitest';
import { minutesLeft, WINDOW_CLOSED } from './window-left.ts';

const HOUR = 3_600_000;
const window = { opensAt: 0, closesAt: 24 * HOUR, why: 'customer-message' } as const;

describe('minutesLeft', () => {
  it('says nothing while four hours or more are left', () => {
    expect(minutesLeft(window, 20 * HOUR)).toBeNull();
  });

  it('says the whole minutes below four hours', () => {
    expect(minutesLeft(window, 20 * HOUR + 1)).toBe(239);
    expect(minutesLeft(window, 24 * HOUR - 60_000)).toBe(1);
    expect(minutesLeft(window, 24 * HOUR - 1)).toBe(0);
  });

  it('says that it is closed from the very moment on', () => {
    expect(minutesLeft(window, 24 * HOUR)).toBe(WINDOW_CLOSED);
  });

  it('says nothing where no window was ever opened', () => {
    expect(minutesLeft(null, 0)).toBeNull();
  });
});
