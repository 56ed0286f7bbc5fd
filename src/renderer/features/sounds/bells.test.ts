import { describe, expect, it } from 'vitest';
import type { DeskView, InteractionView, Notice } from '#shared/ipc/view.ts';
import {
  sampleContact,
  sampleInteraction,
  sampleOffer,
  sampleView,
} from '../../../../tests/renderer-harness/samples.ts';
import { type DeskModel, emptyModel, fromView } from '../../state/desk-model.ts';
import { bellsFor } from './bells.ts';

const contact = sampleContact({ name: 'Akela' });
const offered = sampleOffer({ id: 'akela', contact, left: 10, waited: 3 });
const mine = sampleInteraction({ id: 'akela', contact });
const options = {
  'accessibility.agent-state-change-bell': 'agent.wav|1|0|primary',
  'accessibility.interaction-state-change-bell': 'interaction.wav|1|0|primary',
  'accessibility.warning-message-bell': 'warning.wav|5|0|primary',
};
const notice: Notice = { id: 'n', severity: 'warning', code: 'x', message: 'x', at: 1 };

function model(given: Partial<DeskView> = {}): DeskModel {
  return fromView(sampleView({ options, ...given }), emptyModel);
}
function heard(before: DeskModel, after: DeskModel, ring: string | null = 'ring.wav|10|-1|primary') {
  const { start, stop } = bellsFor(before, after, (_view: InteractionView) => ring ?? undefined);
  return { start: start.map(({ sound }) => sound.file), stop };
}

describe('bells', () => {
  it('ring for a new offer, and end with it', () => {
    const withOffer = model({ interactions: [offered] });
    const key = `offer:${offered.interaction.offer?.id}`;
    expect(heard(model(), withOffer)).toEqual({ start: ['ring.wav', 'interaction.wav'], stop: [] });
    expect(heard(withOffer, model({ interactions: [mine] }))).toEqual({ start: ['interaction.wav'], stop: [key] });
    expect(heard(withOffer, model()).stop).toEqual([key]);
    expect(heard(withOffer, withOffer)).toEqual({ start: [], stop: [] });
  });

  it('ring for an offer that is there at the start, and for nothing else that is', () => {
    const other = sampleInteraction({ id: 'baloo', contact });
    const full = model({ interactions: [offered, other], notices: [notice] });
    expect(heard(emptyModel, full).start).toEqual(['ring.wav']);
  });

  it('do not ring where the medium has no sound or a broken one', () => {
    const withOffer = model({ interactions: [offered], options: {} });
    expect(heard(model(), withOffer, null).start).not.toContain('ring.wav');
    for (const ring of ['', '../ring.wav|1', 'ring.wav|high'])
      expect(heard(model(), withOffer, ring).start).toEqual([]);
  });

  it('tell of another state of the agent, not of other facts about them', () => {
    const { session } = sampleView();
    const status = session.status ?? null;
    if (!status) throw new Error('the sample has a status');
    const as = (changed: Partial<typeof status>) =>
      model({ session: { ...session, status: { ...status, ...changed } } });
    expect(heard(as({ state: 'ready' }), as({ state: 'not-ready' })).start).toEqual(['agent.wav']);
    expect(heard(as({ reason: '' }), as({ reason: 'Lunch' })).start).toEqual(['agent.wav']);
    expect(heard(as({ missedOffers: 0 }), as({ missedOffers: 1 })).start).toEqual([]);
    expect(heard(model({ session: { ...session, status: null } }), as({})).start).toEqual([]);
  });

  it('tell of a new or repeated warning, not of information or of one that goes', () => {
    const warned = model({ notices: [notice] });
    expect(heard(model(), warned).start).toEqual(['warning.wav']);
    expect(heard(warned, model({ notices: [{ ...notice, at: 2 }] })).start).toEqual(['warning.wav']);
    expect(heard(model(), model({ notices: [{ ...notice, severity: 'info' }] })).start).toEqual([]);
    expect(heard(warned, model()).start).toEqual([]);
  });

  it('tell of a warning only a page knows', () => {
    const before = model();
    expect(heard(before, { ...before, warnings: 1 }).start).toEqual(['warning.wav']);
  });

  it('tell of a message that failed, once, and where the agent sees it', () => {
    const before = model({ interactions: [mine] });
    const failing = (...failures: string[]): DeskModel => model({ interactions: [{ ...mine, failures }] });
    expect(heard(before, failing('m1')).start).toEqual(['warning.wav']);
    expect(heard(failing('m1'), failing('m1', 'm2')).start).toEqual(['warning.wav']);
    expect(heard(failing('m1', 'm2'), failing('m2')).start).toEqual([]);
    expect(heard(failing('m1'), failing('m1')).start).toEqual([]);
    expect(heard(model(), failing('m1')).start).not.toContain('warning.wav');
  });
});
