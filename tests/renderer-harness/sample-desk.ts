import type { Message } from '#shared/domain/message.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import {
  AGENT,
  HOUR,
  MINUTE,
  NOW,
  SECOND,
  sampleContact,
  sampleInteraction,
  sampleMessage,
  sampleOffer,
} from './samples.ts';

export const akela = sampleContact({
  id: 'contact-of-akela',
  name: 'Akela Raksha',
  phone: '+1 614 555 1234',
  attributes: { FirstName: 'Akela', LastName: 'Raksha', EmailAddress: 'akela@example.org', Language: 'English' },
});

const longName = 'Generalanzeiger-Zustelldienst Wolfsburg-Nord Rechnungsprüfung Beispiel GmbH & Co. KG';

/** A morning's work: each state a row of the list can have. */
export const busyDesk: readonly InteractionView[] = [
  sampleInteraction({
    id: 'baloo',
    contact: sampleContact({ id: 'contact-of-baloo', name: 'Baloo Sloth', phone: '+1 614 555 0147' }),
    last: { text: 'Still nobody at the door, and I have been *waiting* since nine…' },
    interaction: { pendingSince: NOW - 161 * SECOND, unanswered: 3 },
    view: { unread: 3 },
  }),
  sampleInteraction({
    id: 'akela',
    contact: akela,
    last: { text: 'Thursday is fine, thank you!\nCould you send me the address as well?' },
    interaction: {
      pendingSince: NOW - 38 * SECOND,
      unanswered: 1,
      attachedData: { Subject: 'Appointment', Order: 'JC-20418', Channel: 'Jungle support' },
      window: { opensAt: NOW - 23.6 * HOUR, closesAt: NOW + 23 * MINUTE, why: 'customer-message' },
    },
  }),
  sampleInteraction({
    id: 'maryam',
    contact: sampleContact({ id: 'contact-of-maryam', name: 'مريم الراوي', phone: '+971 50 555 0125' }),
    last: { text: 'هل يمكنكم تأكيد الموعد؟' },
    interaction: { pendingSince: NOW - 7 * SECOND, unanswered: 1, channel: 'river' },
    view: { unread: 1 },
  }),
  sampleInteraction({
    id: 'long',
    contact: sampleContact({ id: 'contact-of-long', name: longName }),
    last: { kind: 'document', text: 'Rechnungsübersicht_Oktober_2026_final_v3.pdf', at: NOW - 4 * SECOND },
    interaction: {
      pendingSince: NOW - 4 * SECOND,
      unanswered: 12,
      window: { opensAt: NOW - 21 * HOUR, closesAt: NOW + 3 * HOUR + 12 * MINUTE, why: 'customer-message' },
    },
    view: { unread: 12 },
  }),
  sampleInteraction({
    id: 'hidden',
    contact: sampleContact({ id: 'contact-of-hidden', name: 'Hidden number' }),
    last: { direction: 'out', text: 'Your refund is on its way 🙂', at: NOW - 31 * MINUTE },
  }),
  sampleInteraction({
    id: 'emoji',
    contact: sampleContact({ id: 'contact-of-emoji', name: '🦊 Ríona Ní Bhriain ✨' }),
    last: { kind: 'image', text: '', at: NOW - 52 * MINUTE },
    view: { draft: 'I have looked it up: the red one is', stale: true },
  }),
  sampleInteraction({
    id: 'number',
    contact: sampleContact({ id: 'contact-of-number', name: '+49 30 5550 1188', phone: '+49 30 5550 1188' }),
    last: { direction: 'out', kind: 'template', text: 'Your order JC-20410 has been sent.', at: NOW - 26 * HOUR },
    interaction: { window: { opensAt: NOW - 27 * HOUR, closesAt: NOW - 3 * HOUR, why: 'customer-message' } },
  }),
];

/** Thirty interactions, as a supervisor's nightmare. */
export const fullDesk: readonly InteractionView[] = Array.from({ length: 30 }, (_, index) => {
  const id = `many-${index}`;
  const name = `${['Mora', 'Ikki', 'Chil', 'Rann', 'Phao', 'Sahi'][index % 6]} ${['Bat', 'Kite', 'Wolf', 'Boar'][index % 4]} ${index + 1}`;
  const waits = index % 3 === 0;
  return sampleInteraction({
    id,
    contact: sampleContact({ id: `contact-of-${id}`, name }),
    last: { text: `Question number ${index + 1} about my order`, at: NOW - index * MINUTE },
    interaction: { pendingSince: waits ? NOW - (index * 9 + 5) * SECOND : null, unanswered: waits ? 1 : 0 },
    view: { unread: waits ? (index % 4) + 1 : 0 },
  });
});

export const twoOffers: readonly InteractionView[] = [
  sampleOffer({
    id: 'raksha',
    contact: sampleContact({ id: 'contact-of-raksha', name: 'Raksha Tiwari', phone: '+1 614 555 0160' }),
    last: { text: 'Hello, my parcel says *delivered* but there is nothing at the door. What can I do now?' },
    left: 19,
    waited: 11,
    reasons: ['priority 5', 'you handled the last case'],
  }),
  sampleOffer({
    id: 'bagheera',
    contact: sampleContact({ id: 'contact-of-bagheera', name: 'باغيرا النمر الأسود' }),
    last: { kind: 'audio', text: '' },
    left: 4,
    waited: 74,
    interaction: { channel: 'river' },
  }),
];

const at = (minutesAgo: number): number => NOW - minutesAgo * MINUTE;

/** The conversation with Akela: both sides, an answer to a button, a quote, a delay, a failure. */
export const akelaTranscript: readonly Message[] = [
  sampleMessage({ interactionId: 'akela', arrivalTime: at(58), text: 'Hi, can I move my appointment?' }),
  sampleMessage({
    interactionId: 'akela',
    direction: 'out',
    arrivalTime: at(56),
    text: 'Of course. Would *Thursday, 26 November* at _2:30 pm_ suit you?',
  }),
  sampleMessage({
    interactionId: 'akela',
    arrivalTime: at(6),
    originTime: at(9),
    text: 'Thursday is fine, thank you!',
  }),
  sampleMessage({
    interactionId: 'akela',
    arrivalTime: at(6),
    text: 'Could you send me the address as well?',
    reactions: [{ by: AGENT, direction: 'out', emoji: '👍', at: at(5) }],
  }),
  sampleMessage({
    interactionId: 'akela',
    direction: 'out',
    arrivalTime: at(2),
    text: 'It is *12 Banyan Street*, right behind the station 🙂 https://maps.example/banyan-12',
    status: 'delivered',
  }),
  sampleMessage({
    interactionId: 'akela',
    direction: 'out',
    arrivalTime: at(1),
    text: 'Here is the way by video.',
    status: 'failed',
    error: { code: '131053', title: 'Media upload error' },
  }),
];

export const transcripts: Readonly<Record<string, readonly Message[]>> = { akela: akelaTranscript };
