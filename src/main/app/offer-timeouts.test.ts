import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import { OfferTimeouts } from './offer-timeouts.ts';

let clock: ManualClock;
let missed: string[];
let offers: OfferTimeouts;

function offered(id: string, offerId: string | null): void {
  const offeredAt = clock.now();
  const offer = offerId === null ? null : { id: offerId, offeredAt, deadline: offeredAt + 30_000 };
  const change = { type: 'interaction', interaction: { interaction: { id, offer } } };
  offers.apply({ version: 1, changes: [change] } as unknown as DeskUpdate);
}

function build(timeout: number): void {
  offers = new OfferTimeouts({
    clock,
    serverNow: () => clock.now(),
    timeout: () => timeout,
    onMissed: (offerId) => missed.push(offerId),
  });
}

beforeEach(() => {
  clock = new ManualClock();
  missed = [];
  build(10);
});

describe('the preview’s own time', () => {
  it('lets the offer go before the server’s deadline, once', () => {
    offered('a', 'first');
    clock.advance(9_999);
    expect(missed).toEqual([]);
    clock.advance(60_000);
    expect(missed).toEqual(['first']);
  });

  it('ends with the offer: accepted, rejected, or offered anew', () => {
    offered('a', 'first');
    offered('a', null);
    offered('b', 'second');
    offers.apply({ version: 2, changes: [{ type: 'interaction-removed', interactionId: 'b' }] });
    offered('c', 'third');
    clock.advance(5_000);
    offered('c', 'fourth');
    clock.advance(9_000);
    expect(missed).toEqual([]);
    clock.advance(1_000);
    expect(missed).toEqual(['fourth']);
  });

  it('leaves the deadline to the server when that comes first', () => {
    build(30);
    offered('a', 'first');
    clock.advance(60_000);
    expect(missed).toEqual([]);
  });

  it('is over when the program stops', () => {
    offered('a', 'first');
    offers.stop();
    clock.advance(60_000);
    expect(missed).toEqual([]);
  });
});
