import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EngineKit, lastOffer, startEngine, type Told, webhook } from './testing.ts';

let kit: EngineKit;

beforeEach(async () => {
  kit = await startEngine();
});
afterEach(() => kit.stop());

async function accept(agent: string, told: Told) {
  const { offerId, interactionId } = lastOffer(told);
  const accepted = await kit.engine.acceptOffer(agent, offerId);
  if (!accepted.ok) throw new Error(accepted.error.message);
  return { interactionId, snapshot: accepted.value };
}

describe('one message from end to end', () => {
  it('queues, offers, assigns, answers and is delivered', async () => {
    const told = await kit.ready('kaa');
    const providerId = await kit.write('491700000001', 'Hello');
    const { interactionId, snapshot } = await accept('kaa', told);
    expect(snapshot.messages.map((message) => [message.text, message.providerId])).toEqual([['Hello', providerId]]);
    expect(snapshot.contact.displayName).toBe('Customer 491700000001');
    expect(snapshot.interaction).toMatchObject({
      stage: 'assigned',
      agent: 'kaa',
      disposition: 'Waiting',
      unanswered: 1,
    });

    const sent = await kit.engine.sendMessage('kaa', {
      id: '01AAAAAAAAAAAAAAAAAAAAAAAA',
      interactionId,
      content: { kind: 'text', text: 'Hello yourself' },
    });
    expect(sent).toMatchObject({ ok: true, value: { status: 'accepted', text: 'Hello yourself' } });
    await kit.engine.idle();
    expect(kit.sender.requests).toMatchObject([{ recipient: { type: 'number', digits: '491700000001' } }]);
    await kit.engine.receiveWebhook(
      'jungle',
      webhook({
        statuses: [{ id: 'wamid.out.01AAAAAAAAAAAAAAAAAAAAAAAA', status: 'read', timestamp: '1767600000' }],
      }),
    );
    const now = await kit.engine.getInteraction('kaa', interactionId);
    expect(now).toMatchObject({
      ok: true,
      value: {
        interaction: { disposition: 'Active', unanswered: 0, pendingSince: null },
        messages: [
          { text: 'Hello' },
          { text: 'Hello yourself', status: 'read', providerId: 'wamid.out.01AAAAAAAAAAAAAAAAAAAAAAAA' },
        ],
      },
    });
  });
});
