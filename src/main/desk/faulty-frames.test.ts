import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '#shared/domain/events.ts';
import type { MessageStatus } from '#shared/domain/message.ts';
import { sampleContact, sampleMessage } from '../cache/samples.ts';
import type { EventsFrame } from './frame-queue.ts';
import { DeskUnderTest, turns } from './testing/desk-under-test.ts';
import { SimulatedServer } from './testing/simulated-server.ts';

const ME = 'kaa';
const IDS = ['a', 'b', 'c'] as const;

type Body = EventBody | { kind: string; data: unknown };

/** What happens at the server, in terms a history can be made of at random. */
const happening = fc.record({
  id: fc.constantFrom(...IDS),
  what: fc.constantFrom(
    'customer',
    'customer',
    'customer',
    'answer',
    'status',
    'status',
    'edit',
    'react',
    'revoke',
    'offer',
    'assign',
    'assign',
    'away',
    'done',
    'data',
    'contact',
    'unknown',
  ),
  pick: fc.nat(20),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** What happens to the frame on its way, or to the desk. */
const weather = fc.constantFrom(
  'arrives',
  'arrives',
  'lost',
  'twice',
  'late',
  'answers',
  'written',
  'restart',
  'reconnect',
);

const STATUSES: readonly MessageStatus[] = ['handed-over', 'delivered', 'read', 'failed', 'unknown'];

function messageBody(server: SimulatedServer, { id, what, pick }: Happening): Body | undefined {
  const { seq = 0 } = server.interactions.get(id) ?? {};
  const message = sampleMessage(seq + 1, { id: `${id}-${seq + 1}`, interactionId: id, arrivalTime: server.now });
  if (what === 'customer') return { kind: 'message.received', data: { message } };
  if (what === 'answer') {
    return { kind: 'message.accepted', data: { message: { ...message, direction: 'out', status: 'accepted' } } };
  }
  const list = server.messages.get(id) ?? [];
  const target = list[pick % Math.max(1, list.length)];
  if (!target) return undefined;
  const messageId = target.id;
  const at = server.now;
  if (what === 'edit') return { kind: 'message.edited', data: { messageId, text: `edit ${pick} ${seq}`, at } };
  if (what === 'revoke') return { kind: 'message.revoked', data: { messageId, at } };
  if (what === 'react') {
    const emoji = pick % 3 === 0 ? '' : `e${pick}`;
    return { kind: 'message.reaction-changed', data: { messageId, by: `p${pick % 2}`, direction: 'in', emoji, at } };
  }
  const status = STATUSES[pick % STATUSES.length] ?? 'read';
  return { kind: 'message.status-changed', data: { messageId, status } };
}

function bodyOf(server: SimulatedServer, happening: Happening): Body | undefined {
  const { what, pick } = happening;
  const agent = pick % 3 === 0 ? 'baloo' : ME;
  switch (what) {
    case 'offer': {
      const offer = { id: `offer-${pick}`, agent, offeredAt: server.now, deadline: server.now + 30_000, reasons: [] };
      return { kind: 'interaction.offered', data: offer };
    }
    case 'assign':
      return { kind: 'interaction.assigned', data: { agent, offerId: null, reason: '' } };
    case 'away':
      return { kind: 'interaction.queued', data: { queue: 'support', place: 'tail', reason: '' } };
    case 'done':
      return { kind: 'interaction.done', data: { by: agent, dispositionCode: null, note: null } };
    case 'data':
      return { kind: 'interaction.data-changed', data: { set: { [`k${pick}`]: `v${pick}` }, by: null } };
    case 'unknown':
      return { kind: 'interaction.sung-about', data: { verses: pick, messageId: 'none' } };
    default:
      return messageBody(server, happening);
  }
}

function begin(server: SimulatedServer, id: string): void {
  server.append(
    `interaction:${id}`,
    {
      kind: 'interaction.created',
      data: {
        interactionId: id,
        mediaType: 'whatsappsession',
        channel: 'jungle',
        contactId: `contact-${id}`,
        direction: 'in',
        attachedData: {},
        lastAgent: null,
      },
    },
    false,
  );
}

function happen(server: SimulatedServer, event: Happening, withAfter: boolean): EventsFrame | undefined {
  if (event.what === 'contact') {
    const displayName = `name ${event.pick}`;
    const contact = sampleContact(`contact-${event.id}`, { displayName, updatedAt: server.now + 1 });
    return server.append(`contact:contact-${event.id}`, { kind: 'contact.changed', data: { contact } }, withAfter);
  }
  const body = bodyOf(server, event);
  return body && server.append(`interaction:${event.id}`, body, withAfter);
}

async function expectSame(server: SimulatedServer, desk: DeskUnderTest): Promise<void> {
  const mine = IDS.filter((id) => server.isMine(id));
  expect([...desk.store.liveIds].sort()).toEqual(mine);
  for (const id of mine) {
    const entry = desk.store.live(id);
    expect(entry).toMatchObject({ interaction: server.interactions.get(id), stale: false });
    expect(entry?.contact).toEqual(server.snapshotOf(id).contact);
    const all = server.messages.get(id) ?? [];
    const cached = await desk.cached(id);
    expect(cached.messages).toEqual(all.slice(all.length - cached.messages.length));
    expect(cached.hasOlder).toBe(cached.messages.length < all.length);
    for (const message of desk.store.messagesOf(id).values()) expect(all).toContainEqual(message);
  }
}

describe('events on a bad wire', () => {
  it('leave the desk as the server has it: lost, doubled and late frames, restarts, with positions told', async () => {
    const step = fc.tuple(happening, weather);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const server = new SimulatedServer(ME);
        for (const id of IDS) begin(server, id);
        const desk = new DeskUnderTest(server);
        await desk.start();
        let late: EventsFrame[] = [];
        for (const [event, fate] of steps) {
          const frame = happen(server, event, true);
          if (frame && fate !== 'lost' && fate !== 'late') desk.deliver(frame);
          if (frame && fate === 'twice') desk.deliver(frame);
          if (frame && fate === 'late') late.push(frame);
          else if (fate === 'arrives') for (const old of late.splice(0)) desk.deliver(old);
          if (fate === 'answers') desk.answerAll();
          if (fate === 'written') await turns(3);
          if (fate === 'reconnect') desk.welcome();
          if (fate === 'restart') {
            late = [];
            await desk.restart();
          }
        }
        await desk.settle();
        await expectSame(server, desk);
        await desk.restart();
        await desk.settle();
        await expectSame(server, desk);
        await desk.cache.close();
      }),
      { numRuns: 300 },
    );
  });

  it('leave the desk as the server has it by sequence alone, once each interaction speaks again', async () => {
    const quiet = new Set(['customer', 'answer', 'status', 'edit', 'react', 'revoke', 'data', 'unknown']);
    const step = fc.tuple(happening, fc.constantFrom('arrives', 'lost', 'twice', 'late', 'answers', 'written'));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const server = new SimulatedServer(ME);
        for (const id of IDS) begin(server, id);
        const desk = new DeskUnderTest(server);
        await desk.start();
        const late: EventsFrame[] = [];
        for (const [event, fate] of steps) {
          const frame = happen(server, event, false);
          // Without positions told, nothing but a later event of the same interaction can show that one was lost.
          if (frame && fate === 'late') late.push(frame);
          else if (frame && !(fate === 'lost' && quiet.has(event.what))) desk.deliver(frame);
          if (frame && fate === 'twice') desk.deliver(frame);
          if (fate === 'answers') desk.answerAll();
          if (fate === 'written') await turns(3);
        }
        for (const frame of late.reverse()) desk.deliver(frame);
        for (const id of IDS) {
          const touch = happen(server, { id, what: 'data', pick: 1 }, false);
          if (touch) desk.deliver(touch);
        }
        await turns();
        await desk.settle();
        await expectSame(server, desk);
        await desk.cache.close();
      }),
      { numRuns: 300 },
    );
  });
});
