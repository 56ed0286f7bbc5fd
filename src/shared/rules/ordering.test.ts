import { describe, expect, it } from 'vitest';
import { sampleMessage } from '../../main/cache/samples.ts';
import type { Message } from '../domain/message.ts';
import { compareMessages, placeMessage } from './ordering.ts';

/** Pressed as the message of `order` came; the server has not got it. */
function kept(order: number, status: Message['status']): Message {
  const pressed = sampleMessage(order);
  return { ...pressed, id: `kept-${order}`, direction: 'out', status, originTime: null, arrivalOrder: 0 };
}

const sorted = (...messages: Message[]) => messages.sort(compareMessages).map(({ id }) => id);

describe('compareMessages', () => {
  it('puts what still waits on the desk last, in the order pressed', () => {
    expect(sorted(kept(2, 'queued'), kept(1, 'queued'), sampleMessage(9))).toEqual(['msg-9', 'kept-1', 'kept-2']);
  });

  it('puts what failed on the desk where it was pressed, before what waits', () => {
    const all = [kept(1, 'queued'), sampleMessage(3), kept(2, 'failed'), sampleMessage(1)];
    expect(sorted(...all)).toEqual(['msg-1', 'kept-2', 'msg-3', 'kept-1']);
  });

  it('puts it behind what the server had in the second it was pressed', () => {
    expect(sorted(kept(2, 'failed'), sampleMessage(2))).toEqual(['msg-2', 'kept-2']);
  });
});

describe('placeMessage', () => {
  it('moves one that waited to where it was pressed once it has failed', () => {
    const waiting = [sampleMessage(1), sampleMessage(3), kept(2, 'queued')];
    expect(placeMessage(waiting, kept(2, 'failed')).map(({ id }) => id)).toEqual(['msg-1', 'kept-2', 'msg-3']);
  });
});
