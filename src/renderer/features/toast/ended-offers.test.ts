import { describe, expect, it } from 'vitest';
import type { InteractionView } from '#shared/ipc/view.ts';
import {
  NOW,
  SECOND,
  sampleContact,
  sampleInteraction,
  sampleOffer,
  sampleView,
} from '../../../../tests/renderer-harness/samples.ts';
import { type DeskModel, emptyModel, fromView } from '../../state/desk-model.ts';
import { endedOffers as ended } from './ended-offers.ts';

const contact = sampleContact({ name: 'Akela' });
const offered = sampleOffer({ id: 'akela', contact, left: 10, waited: 3 });
const model = (...interactions: InteractionView[]) => fromView(sampleView({ interactions }), emptyModel);
const before = model(offered);
const endedOffers = (from: DeskModel, to: DeskModel, now: number) =>
  ended(from, to, now, (view) => view.contact.displayName);

describe('endedOffers', () => {
  it('is empty while the offer stands', () => {
    expect(endedOffers(before, before, NOW)).toEqual([]);
  });

  it('knows an accepted one by whose hands it is in', () => {
    const mine = sampleInteraction({ id: 'akela', contact });
    expect(endedOffers(before, model(mine), NOW)).toMatchObject([{ name: 'Akela', outcome: 'accepted', at: NOW }]);
  });

  it('knows one whose time was up', () => {
    expect(endedOffers(before, model(), NOW + 9 * SECOND)).toMatchObject([{ outcome: 'timed-out' }]);
  });

  it('knows one that was withdrawn before', () => {
    expect(endedOffers(before, model(), NOW + 5 * SECOND)).toMatchObject([{ outcome: 'withdrawn' }]);
  });

  it('goes by server time', () => {
    const view = sampleView();
    const ahead = fromView({ ...view, session: { ...view.session, clockOffset: 10 * SECOND } }, emptyModel);
    expect(endedOffers(before, ahead, NOW)).toMatchObject([{ outcome: 'timed-out' }]);
  });

  it('counts an offer made again as another one', () => {
    const again = sampleOffer({ id: 'akela', contact, left: 30, waited: 30 });
    const { interaction } = again;
    const renewed = {
      ...again,
      interaction: { ...interaction, offer: interaction.offer && { ...interaction.offer, id: 'new' } },
    };
    expect(endedOffers(before, model(renewed), NOW)).toHaveLength(1);
  });
});
