import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../settings.ts';
import { RateLimits } from './rate-limits.ts';

const build = (limits = {}) => new RateLimits(settingsSchema.parse({ limits }));

describe('pair rate', () => {
  it('lets 45 be borrowed from the future, then one each six seconds', () => {
    const limits = build();
    for (let sent = 0; sent < 45; sent += 1) expect(limits.take('n', 'akela', 1000)).toBeUndefined();
    expect(limits.take('n', 'akela', 1000)).toBe(131056);
    expect(limits.take('n', 'akela', 6999)).toBe(131056);
    expect(limits.take('n', 'akela', 7000)).toBeUndefined();
    expect(limits.take('n', 'akela', 7000)).toBe(131056);
  });

  it('is counted for each person and number by itself', () => {
    const limits = build({ pairBurst: 1 });
    expect(limits.take('n', 'akela', 0)).toBeUndefined();
    expect(limits.take('n', 'akela', 0)).toBe(131056);
    expect(limits.take('n', 'baloo', 0)).toBeUndefined();
    expect(limits.take('m', 'akela', 0)).toBeUndefined();
  });

  it('can be switched off', () => {
    const limits = build({ pairSeconds: 0, messagesPerSecond: 0 });
    for (let sent = 0; sent < 500; sent += 1) expect(limits.take('n', 'akela', 0)).toBeUndefined();
  });
});

describe('throughput', () => {
  it('is 80 in a second, inbound messages counted', () => {
    const limits = build();
    for (let sent = 0; sent < 79; sent += 1) expect(limits.take('n', `person ${sent}`, 0)).toBeUndefined();
    limits.note('n', 0);
    expect(limits.take('n', 'one more', 999)).toBe(130429);
    expect(limits.take('n', 'one more', 1000)).toBeUndefined();
  });
});
