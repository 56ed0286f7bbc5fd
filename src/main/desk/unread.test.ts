import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { sampleMessage } from '../cache/samples.ts';
import { DeskUnderTest } from './testing/desk-under-test.ts';
import { SimulatedServer } from './testing/simulated-server.ts';
import { answeredUpTo, countUnread } from './unread.ts';

const out = (order: number): Message => sampleMessage(order, { direction: 'out', status: 'accepted' });

describe('unread', () => {
  it('counts customer messages after the last one seen', () => {
    const messages = [sampleMessage(1), sampleMessage(2), out(3), sampleMessage(4)];
    expect(countUnread(messages, 0)).toBe(3);
    expect(countUnread(messages, 2)).toBe(1);
    expect(countUnread(messages, 4)).toBe(0);
    expect(countUnread([], 0)).toBe(0);
  });

  it('begins after the last answer in what a colleague had', () => {
    expect(answeredUpTo([sampleMessage(1), out(2), sampleMessage(3)])).toBe(2);
    expect(answeredUpTo([sampleMessage(1)])).toBe(0);
  });
});

async function deskWith(...texts: string[]) {
  const server = new SimulatedServer('kaa');
  const desk = new DeskUnderTest(server);
  await desk.start();
  const happen = (kind: string, data: unknown): void => {
    const frame = server.append('interaction:a', { kind, data }, true);
    if (frame) desk.deliver(frame);
  };
  happen('interaction.created', {
    interactionId: 'a',
    mediaType: 'whatsappsession',
    channel: 'jungle',
    contactId: 'contact-1',
    direction: 'in',
    attachedData: {},
    lastAgent: null,
  });
  const write = (text: string): void => {
    const seq = (server.interactions.get('a')?.seq ?? 0) + 1;
    happen('message.received', { message: sampleMessage(seq, { id: `m${seq}`, interactionId: 'a', text }) });
  };
  for (const text of texts) write(text);
  happen('interaction.assigned', { agent: 'kaa', offerId: null, reason: '' });
  return { server, desk, write, happen, unread: () => desk.store.live('a')?.unread };
}

describe('unread on the desk', () => {
  it('counts what came before and after it was assigned, until it is seen', async () => {
    const { desk, write, unread } = await deskWith('hello');
    expect(unread()).toBe(1);
    write('are you there?');
    expect(unread()).toBe(2);
    desk.store.setInFront('a');
    expect(unread()).toBe(0);
  });

  it('stays zero while the interaction is in front, and counts again when it is not', async () => {
    const { desk, write, unread } = await deskWith('hello');
    desk.store.setInFront('a');
    write('one');
    expect(unread()).toBe(0);
    desk.store.setInFront(null);
    write('two');
    expect(unread()).toBe(1);
  });

  it('is the same after a restart, and counts what came meanwhile', async () => {
    const { desk, write, unread } = await deskWith('hello', 'again');
    desk.store.setInFront('a');
    desk.store.setInFront(null);
    write('three');
    await desk.writer.settle();
    await desk.restart();
    expect(unread()).toBe(1);
    desk.store.setInFront('a');
    await desk.writer.settle();
    await desk.restart();
    expect(unread()).toBe(0);
    write('four');
    expect(unread()).toBe(1);
  });

  it('is counted anew by what was seen when a gap was filled', async () => {
    const { server, desk, unread } = await deskWith('hello');
    desk.store.setInFront('a');
    desk.store.setInFront(null);
    const seq = (server.interactions.get('a')?.seq ?? 0) + 1;
    const lost = sampleMessage(seq, { id: 'lost', interactionId: 'a' });
    server.append('interaction:a', { kind: 'message.received', data: { message: lost } }, false);
    const next = sampleMessage(seq + 1, { id: 'next', interactionId: 'a' });
    const frame = server.append('interaction:a', { kind: 'message.received', data: { message: next } }, false);
    if (frame) desk.deliver(frame);
    expect(desk.store.live('a')).toMatchObject({ stale: true, unread: 0 });
    await desk.settle();
    expect(desk.store.live('a')).toMatchObject({ stale: false });
    expect(unread()).toBe(2);
  });
});
