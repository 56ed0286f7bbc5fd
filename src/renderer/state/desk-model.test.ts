import { describe, expect, it } from 'vitest';
import {
  sampleContact,
  sampleInteraction,
  sampleMessage,
  sampleOffer,
  sampleView,
} from '../../../tests/renderer-harness/samples.ts';
import { applyUpdate, emptyModel, fromView, withTranscript } from './desk-model.ts';
import { channelName, myInteractions, myOffers, waitingCount } from './selectors.ts';
import { newTranscript } from './transcript.ts';

const contact = sampleContact({ name: 'Akela' });
const akela = sampleInteraction({ id: 'akela', contact, interaction: { pendingSince: 5 } });
const baloo = sampleInteraction({ id: 'baloo', contact });
const model = fromView(sampleView({ interactions: [akela, baloo] }), emptyModel);

describe('applyUpdate', () => {
  it('leaves every other interaction the same object, so that its row does not render again', () => {
    const changed = { ...akela, unread: 4 };
    const next = applyUpdate(model, { version: 2, changes: [{ type: 'interaction', interaction: changed }] });
    expect(next.interactions.get('akela')).toEqual(changed);
    expect(next.interactions.get('baloo')).toBe(baloo);
    expect(next.transcripts).toBe(model.transcripts);
  });

  it('keeps options that say the same as the same object, and takes others', () => {
    const own = { 'gui.theme': 'Dark' };
    const told = (options: Readonly<Record<string, string>>) =>
      applyUpdate(before, { version: 3, changes: [{ type: 'interaction', interaction: { ...akela, options } }] });
    const before = fromView(sampleView({ interactions: [{ ...akela, options: own }] }), emptyModel);
    expect(told({ ...own }).interactions.get('akela')?.options).toBe(own);
    expect(told({ 'gui.theme': 'Default' }).interactions.get('akela')?.options).toEqual({ 'gui.theme': 'Default' });
    expect(told({}).interactions.get('akela')?.options).toEqual({});
  });

  it('leaves transcripts nobody asked for alone', () => {
    const message = sampleMessage({ interactionId: 'akela' });
    const next = applyUpdate(model, { version: 2, changes: [{ type: 'message', message }] });
    expect(next.transcripts.size).toBe(0);
  });

  it('applies all changes of one update as one', () => {
    const next = applyUpdate(model, {
      version: 2,
      changes: [
        { type: 'interaction-removed', interactionId: 'akela' },
        { type: 'options', options: { 'gui.theme': 'Dark' }, revision: 2 },
      ],
    });
    expect(next).toMatchObject({ version: 2, options: { 'gui.theme': 'Dark' }, optionsRevision: 2 });
    expect([...next.interactions.keys()]).toEqual(['baloo']);
  });

  it('lets a kind of change pass that it does not know', () => {
    const unknown = { type: 'weather' } as unknown as Parameters<typeof applyUpdate>[1]['changes'][number];
    expect(applyUpdate(model, { version: 2, changes: [unknown] })).toMatchObject({ version: 2 });
  });
});

describe('fromView', () => {
  it('keeps transcripts of interactions that are still there, and only those', () => {
    const before = ['akela', 'gone'].reduce((state, id) => withTranscript(state, id, newTranscript), model);
    expect([...fromView(sampleView({ interactions: [akela] }), before).transcripts.keys()]).toEqual(['akela']);
  });
});

describe('selectors', () => {
  it("tell the agent's interactions from offers, and from what is others'", () => {
    const offered = sampleOffer({ id: 'offered', contact, left: 20, waited: 5 });
    const others = sampleInteraction({ id: 'others', contact, interaction: { agent: 'hathi' } });
    const state = fromView(sampleView({ interactions: [akela, baloo, offered, others] }), emptyModel);
    expect(myInteractions(state).map(({ interaction }) => interaction.id)).toEqual(['akela', 'baloo']);
    expect(myOffers(state).map(({ interaction }) => interaction.id)).toEqual(['offered']);
    expect(waitingCount(state)).toBe(1);
  });

  it('put the offer that ends first on top', () => {
    const late = sampleOffer({ id: 'late', contact, left: 20, waited: 5 });
    const soon = sampleOffer({ id: 'soon', contact, left: 3, waited: 5 });
    const state = fromView(sampleView({ interactions: [late, soon] }), emptyModel);
    expect(myOffers(state).map(({ interaction }) => interaction.id)).toEqual(['soon', 'late']);
  });

  it('name a channel as people read it, and an unknown one by its name', () => {
    expect(channelName(model, 'jungle')).toBe('Jungle support');
    expect(channelName(model, 'desert')).toBe('desert');
  });
});
