import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Offer } from '#shared/domain/interaction.ts';
import { TestDesk, unwrap } from '../support/test-desk.ts';
import { TestServer } from '../support/test-server.ts';

let server: TestServer;
let desk: TestDesk;

beforeEach(async () => {
  server = await TestServer.start();
  desk = await TestDesk.signedIn({ server: { url: server.url } });
  unwrap(await desk.desk.setAgentState({ state: 'ready' }));
});

afterEach(async () => {
  await desk.end();
  await server.stop();
});

/** A customer writes, and it is offered here. */
async function offered(): Promise<{ interactionId: string; offerId: string; offer: Offer }> {
  await server.customerWrites('hello');
  const { interactions } = await desk.until((view) => view.interactions.some((entry) => entry.interaction.offer));
  const interaction = interactions[0]?.interaction;
  if (!interaction?.offer) throw new Error('nothing was offered');
  return { interactionId: interaction.id, offerId: interaction.offer.id, offer: interaction.offer };
}

describe('an offer', () => {
  it('comes with contact, first message, reasons and deadline', async () => {
    const { offer, interactionId } = await offered();
    expect(offer.reasons.length).toBeGreaterThan(0);
    expect(offer.deadline).toBeGreaterThan(desk.desk.serverNow());
    expect(desk.view.interactions).toMatchObject([
      { contact: { displayName: 'Sample Customer' }, unread: 1, interaction: { stage: 'offered' } },
    ]);
    expect((await desk.transcript(interactionId, (m) => m.length > 0))[0]?.text).toBe('hello');
  });

  it('that is rejected leaves the desk', async () => {
    const { interactionId, offerId } = await offered();
    expect(await desk.desk.rejectOffer({ interactionId, offerId })).toEqual({ ok: true, value: {} });
    await desk.until((view) => view.interactions.length === 0);
    expect(desk.desk.interaction(interactionId)).toBeUndefined();
  });

  it('that ran out is gone, and answers cannot be written into it', async () => {
    const { interactionId, offerId } = await offered();
    expect(await desk.send(interactionId, 'too early')).toMatchObject({ error: { code: 'not-accepted' } });
    server.clock.advance(31_000);
    await desk.until((view) => view.interactions[0]?.interaction.offer?.id !== offerId);
    expect(await desk.desk.acceptOffer({ interactionId, offerId })).toMatchObject({ error: { code: 'offer-gone' } });
  });
});

describe('the agent’s state', () => {
  it('is shown as the server has it', async () => {
    expect(await desk.desk.setAgentState({ state: 'not-ready', reason: 'lunch' })).toEqual({ ok: true, value: {} });
    expect(desk.view.session.status).toMatchObject({ state: 'not-ready', reason: 'lunch' });
  });
});

describe('time', () => {
  it.each([3, -3])('is the server’s, also on a PC whose clock is wrong by %i hours', async (hours) => {
    const wrong = await TestDesk.signedIn({
      server: { url: server.url },
      agent: 'baloo',
      clockError: hours * 3_600_000,
    });
    expect(Math.abs(wrong.desk.serverNow() - server.clock.now())).toBeLessThan(1000);
    expect(Math.abs(wrong.view.session.clockOffset + hours * 3_600_000)).toBeLessThan(1000);
    await wrong.restart();
    await wrong.connected();
    expect(Math.abs(wrong.desk.serverNow() - server.clock.now())).toBeLessThan(1000);
    await wrong.end();
  });
});
