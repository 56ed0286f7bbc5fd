import { describe, expect, it } from 'vitest';
import { sampleMessage } from '../../main/cache/samples.ts';
import type { Message } from '../domain/message.ts';
import { backToLastSent, openFailures } from './open-failures.ts';

const out = (order: number, status: Message['status']) => sampleMessage(order, { direction: 'out', status });

/** Pressed as the message of `order` came; the server has not got it. */
function kept(order: number, status: Message['status']): Message {
  return { ...out(order, status), id: `kept-${order}`, arrivalOrder: 0, originTime: null };
}

describe('openFailures', () => {
  it('counts own messages that failed or may have, whatever the customer writes', () => {
    expect(openFailures([out(1, 'failed'), sampleMessage(2), out(3, 'unknown')])).toEqual(['msg-1', 'msg-3']);
  });

  it('takes one back when it was delivered after all', () => {
    expect(openFailures([out(1, 'delivered')])).toEqual([]);
  });

  it('takes them back when the agent sends again, and keeps them while earlier ones go on to be delivered', () => {
    expect(openFailures([out(1, 'failed'), kept(2, 'queued')])).toEqual([]);
    expect(openFailures([out(1, 'failed'), out(2, 'accepted'), out(3, 'failed')])).toEqual(['msg-3']);
    expect(openFailures([out(1, 'delivered'), out(2, 'failed')])).toEqual(['msg-2']);
  });

  it('counts the one sent before again when the next fails as well', () => {
    expect(openFailures([out(1, 'failed'), out(2, 'failed')])).toEqual(['msg-1', 'msg-2']);
  });

  it('goes by the transcript, not by the order it is told in', () => {
    expect(openFailures([out(3, 'failed'), out(1, 'failed'), out(2, 'read')])).toEqual(['msg-3']);
  });

  it('takes back what failed on the desk when something pressed later went out', () => {
    expect(openFailures([kept(1, 'failed'), out(2, 'delivered')])).toEqual([]);
    expect(openFailures([out(1, 'delivered'), kept(2, 'failed')])).toEqual(['kept-2']);
  });
});

describe('backToLastSent', () => {
  it('gives the own ones, the first that did not fail included', () => {
    const newestFirst = [sampleMessage(6), out(5, 'failed'), sampleMessage(4), out(3, 'read'), out(2, 'failed')];
    expect([...backToLastSent(newestFirst)].map(({ id }) => id)).toEqual(['msg-5', 'msg-3']);
  });
});
