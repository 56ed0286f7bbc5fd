import { describe, expect, it } from 'vitest';
import { MEDIUM, sampleContact, sampleInteraction, sampleView } from '../../../tests/renderer-harness/samples.ts';
import { emptyModel, fromView } from '../state/desk-model.ts';
import { caseName, customerName, windowTitle } from './display-names.ts';

const media = new Map([[MEDIUM, { displayName: 'WhatsApp' }]]);
const view = sampleInteraction({
  id: 'akela',
  contact: sampleContact({ name: '+1 614 555 1234', attributes: { FirstName: 'Akela', LastName: 'Raksha' } }),
});
const CUSTOMER = 'display-format.customer-name-format';
const CASE = 'display-format.case-name-format';
const TITLE = 'interaction.window-title';
const model = (options: Readonly<Record<string, string>> = {}) =>
  fromView(sampleView({ interactions: [view], options: { ...options } }), emptyModel);

describe('customerName', () => {
  it('is what the format says', () => {
    const format = '$Contact.LastName$, $Contact.FirstName$ ($Queue.Name$)';
    expect(customerName(model({ [CUSTOMER]: format }), media, view)).toBe('Raksha, Akela Support');
  });

  it('is the plain name without a format, or where it gives nothing', () => {
    expect(customerName(model(), media, view)).toBe('+1 614 555 1234');
    expect(customerName(model({ [CUSTOMER]: '$Contact.Title$' }), media, view)).toBe('+1 614 555 1234');
  });
});

describe('caseName', () => {
  it('is what the format says, else the name of the customer', () => {
    const options = { [CUSTOMER]: '$Contact.FirstName$', [CASE]: 'Order $AttachedData.Order$' };
    expect(caseName(model(options), media, view)).toBe('Order JC-20418');
    expect(caseName(model({ ...options, [CASE]: '$AttachedData.Nothing$' }), media, view)).toBe('Akela');
  });
});

describe('windowTitle', () => {
  const format =
    '($Contact.FirstName$|$Interaction.MainParty$) - $Interaction.Type$ - $Agent.FirstName$ - $Window.Title$';

  it('says who, where and what', () => {
    expect(windowTitle(model({ [TITLE]: format }), media, view, TITLE)).toBe('Akela - WhatsApp - Kaa - Replydesk');
  });

  it('names a medium no plug-in knows as the server does', () => {
    expect(windowTitle(model({ [TITLE]: '$Interaction.Type$' }), new Map(), view, TITLE)).toBe(MEDIUM);
  });

  it("goes by the interaction's own options first", () => {
    const own = { ...view, options: { 'toast.window-title': '$Interaction.Channel$' } };
    expect(windowTitle(model({ 'toast.window-title': 'x' }), media, own, 'toast.window-title')).toBe('Jungle support');
  });

  it('leaves the window its title where the format gives nothing', () => {
    expect(windowTitle(model({ [TITLE]: '' }), media, view, TITLE)).toBeUndefined();
  });
});
