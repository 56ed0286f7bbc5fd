import { describe, expect, it } from 'vitest';
import type { Contact } from '../domain/contact.ts';
import type { Interaction } from '../domain/interaction.ts';
import { renderFormat } from './display-format.ts';
import { type DisplaySubject, displayText, fieldsOf } from './display-subject.ts';

const contact: Contact = {
  id: 'c',
  displayName: '+1 614 555 1234',
  identities: [],
  attributes: { FirstName: 'Akela', LastName: 'Raksha' },
  createdAt: 0,
  updatedAt: 0,
};
const interaction = { id: 'i', attachedData: { Subject: 'Appointment', 'order.id': '7' } } as unknown as Interaction;
const subject: DisplaySubject = {
  contact,
  interaction,
  medium: 'WhatsApp',
  channel: 'Jungle support',
  queue: 'Support',
  agent: { name: 'kaa', firstName: 'Kaa', lastName: 'Python' },
  windowTitle: 'Replydesk',
};
const CUSTOMER = '$Contact._msg_ProfileNickname$|$Contact.FirstName$ $Contact.LastName$|$Party.DisplayName$';

describe('fieldsOf', () => {
  it.each([
    ['$Contact.FirstName$', 'Akela'],
    ['$Interaction.MainParty$', '+1 614 555 1234'],
    ['$Interaction.Type$', 'WhatsApp'],
    ['$Interaction.Channel$', 'Jungle support'],
    ['$Interaction.Subject$', 'Appointment'],
    ['$Interaction.order.id$', '7'],
    ['$AttachedData.Subject$', 'Appointment'],
    ['$Party.DisplayName$', '+1 614 555 1234'],
    ['$Agent.FirstName$ $Agent.LastName$ ($Agent.UserName$)', 'Kaa Python kaa'],
    ['$Queue.Name$', 'Support'],
    ['$Window.Title$', 'Replydesk'],
    ['$Nothing.Known$|$Contact.constructor$|$AttachedData.__proto__$', ''],
  ])('knows %s', (format, text) => expect(renderFormat(format, fieldsOf(subject))).toBe(text));
});

describe('displayText', () => {
  const withNickname = { ...contact, attributes: { ...contact.attributes, _msg_ProfileNickname: 'Aki' } };

  it.each([
    ['the profile name first', { ...subject, contact: withNickname }, 'Aki'],
    ['else first and last name', subject, 'Akela Raksha'],
    ['else what is known', { ...subject, contact: { ...contact, attributes: {} } }, '+1 614 555 1234'],
  ])('takes %s by the default format', (_, given, name) => expect(displayText(CUSTOMER, given)).toBe(name));

  it.each(['', '$Contact.Nothing$', '$broken'])('falls back to the plain name for %j', (format) => {
    expect(displayText(format, subject)).toBe('+1 614 555 1234');
  });
});
