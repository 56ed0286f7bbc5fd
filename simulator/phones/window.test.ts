import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterInbound, afterOutbound, windowState } from './window.ts';

const hour = 3_600_000;
const lengths = { windowHours: 24, freeEntryHours: 72 };

describe('customer service window', () => {
  it('is open for 24 hours from the customer message, the end not included', () => {
    const record = afterInbound({}, 1000, false);
    expect(windowState(record, 1000 + 24 * hour - 1, lengths).open).toBe(true);
    expect(windowState(record, 1000 + 24 * hour, lengths).open).toBe(false);
  });

  it('is closed for somebody who never wrote', () => {
    expect(windowState({}, 0, lengths)).toEqual({ open: false, freeEntry: false, closesAt: 0 });
  });

  it('opens 72 free hours when an advert message is answered within 24', () => {
    const record = afterOutbound(afterInbound({}, 0, true), 5 * hour);
    expect(windowState(record, 76 * hour, lengths)).toMatchObject({ open: true, freeEntry: true });
    expect(windowState(record, 77 * hour, lengths).open).toBe(false);
  });

  it('opens no free hours when the answer to the advert message is late', () => {
    const record = afterOutbound(afterInbound({}, 0, true), 24 * hour);
    expect(windowState(record, 25 * hour, lengths).open).toBe(false);
  });

  it('is never shortened by a message that arrives late', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (times) => {
        const record = times.reduce((before, at) => afterInbound(before, at, false), {});
        expect(windowState(record, 0, lengths).closesAt).toBe(Math.max(...times) + 24 * hour);
      }),
    ));
});
