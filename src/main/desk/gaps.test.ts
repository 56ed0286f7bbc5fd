import { describe, expect, it } from 'vitest';
import { sampleMessage } from '../cache/samples.ts';
import type { EventsFrame } from './frame-queue.ts';
import { DeskUnderTest, turns } from './testing/desk-under-test.ts';
import { SimulatedServer } from './testing/simulated-server.ts';

async function setUp() {
  const server = new SimulatedServer('kaa');
  const desk = new DeskUnderTest(server);
  await desk.start();
  const frame = (kind: string, data: unknown): EventsFrame => {
    const made = server.append('interaction:a', { kind, data }, false);
    if (!made) throw new Error('not for this desk');
    return made;
  };
  server.append(
    'interaction:a',
    {
      kind: 'interaction.created',
      data: {
        interactionId: 'a',
        mediaType: 'whatsappsession',
        channel: 'jungle',
        contactId: 'contact-1',
        direction: 'in',
        attachedData: {},
        lastAgent: null,
      },
    },
    false,
  );
  desk.deliver(frame('interaction.assigned', { agent: 'kaa', offerId: null, reason: '' }));
  const message = (): EventsFrame => {
    const seq = (server.interactions.get('a')?.seq ?? 0) + 1;
    return frame('message.received', { message: sampleMessage(seq, { id: `m${seq}`, interactionId: 'a' }) });
  };
  return { server, desk, frame, message, live: () => desk.store.live('a') };
}

describe('a gap in the events of an interaction', () => {
  it('marks it stale, is asked for, and is filled with what came meanwhile', async () => {
    const { server, desk, message, live } = await setUp();
    message();
    const second = message();
    desk.deliver(second);
    expect(live()).toMatchObject({ stale: true, interaction: { messageCount: 0 } });
    expect(desk.questions).toHaveLength(1);
    desk.deliver(message());
    expect(desk.questions).toHaveLength(1);
    desk.answerAll();
    await turns();
    expect(live()).toMatchObject({ stale: false, interaction: server.interactions.get('a') });
    expect(desk.store.messagesOf('a').size).toBe(3);
  });

  it('is asked for again when the answer is older than what was heard', async () => {
    const { server, desk, message, live } = await setUp();
    message();
    desk.deliver(message());
    message();
    desk.deliver(message());
    desk.answerAll();
    await turns();
    expect(live()?.stale).toBe(true);
    desk.clock.advance(2000);
    desk.answerAll();
    await turns();
    expect(live()).toMatchObject({ stale: false, interaction: server.interactions.get('a') });
  });

  it('is remembered over a restart', async () => {
    const { desk, message, live } = await setUp();
    message();
    desk.deliver(message());
    await desk.writer.settle();
    await desk.restart();
    expect(live()?.stale).toBe(true);
    desk.answerAll();
    await turns();
    expect(live()?.stale).toBe(false);
  });

  it('ends with the interaction when the server says that it is another’s', async () => {
    const { server, desk, message, live } = await setUp();
    message();
    const late = message();
    server.append(
      'interaction:a',
      { kind: 'interaction.queued', data: { queue: 'q', place: 'tail', reason: '' } },
      false,
    );
    desk.deliver(late);
    expect(live()?.stale).toBe(true);
    desk.answerAll();
    await turns();
    expect(live()).toBeUndefined();
  });
});

describe('events', () => {
  it('of a kind that is not known are skipped, and their sequence counts', async () => {
    const { desk, frame, message, live } = await setUp();
    desk.deliver(frame('interaction.painted', { colour: 'green' }));
    expect(live()).toMatchObject({ stale: false, interaction: { seq: 3 } });
    desk.deliver(message());
    expect(live()).toMatchObject({ stale: false, interaction: { seq: 4, messageCount: 1 } });
  });

  it('that change a message which is only in the cache wait for it, and those behind them too', async () => {
    const { server, desk, frame, message } = await setUp();
    desk.deliver(message());
    await desk.writer.settle();
    await desk.restart();
    expect(desk.store.messagesOf('a').size).toBe(0);
    desk.deliver(frame('message.edited', { messageId: 'm3', text: 'better', at: 1 }));
    desk.deliver(frame('message.edited', { messageId: 'm3', text: 'best', at: 2 }));
    expect(desk.store.messagesOf('a').size).toBe(0);
    await turns();
    await desk.writer.settle();
    expect((await desk.cached('a')).messages).toEqual(server.messages.get('a'));
    expect((await desk.cached('a')).messages[0]).toMatchObject({ text: 'best', revisions: [{}, {}] });
  });

  it('leave late ticks of a finished interaction in the cache', async () => {
    const { desk, frame, message, live } = await setUp();
    desk.deliver(message());
    const done = frame('interaction.done', { by: 'kaa', dispositionCode: null, note: null });
    desk.deliver(done);
    await desk.writer.settle();
    expect(live()).toBeUndefined();
    const data = { messageId: 'm3', text: 'changed later', at: 1 };
    const event = { cursor: 99, stream: 'interaction:a', seq: 5, at: 1, kind: 'message.edited', data };
    desk.deliver({ type: 'events', events: [event], introduces: [], cursor: 99 });
    await turns();
    await desk.writer.settle();
    expect((await desk.cached('a')).messages).toMatchObject([{ text: 'changed later' }]);
    expect(desk.store.messagesOf('a').size).toBe(0);
  });
});

describe('a lost frame', () => {
  it('is seen by the position of the next one, and fetched with a new connection', async () => {
    const { server, desk, live } = await setUp();
    const data = (text: string) => ({ kind: 'interaction.data-changed', data: { set: { note: text }, by: null } });
    server.append('interaction:a', data('lost'), true);
    const next = server.append('interaction:a', data('next'), true);
    await desk.writer.settle();
    if (next) desk.deliver(next);
    expect(live()).toMatchObject({ stale: false, interaction: { attachedData: { note: 'next' }, seq: 4 } });
  });
});
