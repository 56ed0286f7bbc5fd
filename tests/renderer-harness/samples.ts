import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction, Offer } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { DeskView, InteractionView } from '#shared/ipc/view.ts';

/** The moment all sample pictures are taken at (2026-11-19, 10:12:30 UTC). */
export const NOW = Date.UTC(2026, 10, 19, 10, 12, 30);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const MEDIUM = 'whatsappsession';
export const AGENT = 'kaa';

let counter = 0;

/** An id like the server's; grows with each call. */
export function sampleId(): string {
  counter += 1;
  return `01SAMPLE${String(counter).padStart(18, '0')}`;
}

export interface ContactSample {
  readonly id?: string;
  readonly name: string;
  readonly phone?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function sampleContact({ id = sampleId(), name, phone, attributes = {} }: ContactSample): Contact {
  return {
    id,
    displayName: name,
    identities: phone === undefined ? [] : [{ type: 'phone', value: phone }],
    attributes: { ...attributes, ...(phone === undefined ? {} : { PhoneNumber: phone }) },
    createdAt: NOW - 400 * 24 * HOUR,
    updatedAt: NOW - HOUR,
  };
}

/** A message; what is not given is that of a plain text of the customer, a minute ago. */
export function sampleMessage(given: Partial<Message> & Pick<Message, 'interactionId'>): Message {
  const direction = given.direction ?? 'in';
  const arrivalTime = given.arrivalTime ?? NOW - MINUTE;
  const contactId = `contact-of-${given.interactionId}`;
  return {
    id: sampleId(),
    channel: 'jungle',
    direction,
    kind: 'text',
    text: '',
    providerId: `wamid.${counter}`,
    originTime: arrivalTime,
    arrivalTime,
    arrivalOrder: counter,
    status: direction === 'out' ? 'read' : 'received',
    error: null,
    sender:
      direction === 'in'
        ? { type: 'contact', id: contactId, name: 'Customer' }
        : direction === 'out'
          ? { type: 'agent', id: AGENT, name: 'Kaa Python' }
          : { type: 'system', name: 'System' },
    quoted: null,
    attachment: null,
    location: null,
    contacts: null,
    interactive: null,
    reactions: [],
    revisions: [],
    revokedAt: null,
    ...given,
  };
}

export interface InteractionSample {
  readonly id: string;
  readonly contact: Contact;
  readonly last?: Partial<NonNullable<Interaction['lastMessage']>> | null;
  readonly interaction?: Partial<Interaction>;
  readonly view?: Partial<Omit<InteractionView, 'interaction' | 'contact'>>;
}

/** An interaction in the sample agent's hands, begun by the customer an hour ago. */
export function sampleInteraction({ id, contact, last, interaction, view }: InteractionSample): InteractionView {
  const lastMessage =
    last === null
      ? null
      : { id: sampleId(), direction: 'in' as const, kind: 'text' as const, text: 'Hello', at: NOW - MINUTE, ...last };
  return {
    interaction: {
      id,
      seq: 12,
      mediaType: MEDIUM,
      channel: 'jungle',
      contactId: contact.id,
      direction: 'in',
      stage: 'assigned',
      queue: 'support',
      agent: AGENT,
      lastAgent: AGENT,
      offer: null,
      createdAt: NOW - HOUR,
      queuedAt: NOW - HOUR,
      assignedAt: NOW - HOUR + 20 * SECOND,
      doneAt: null,
      disposition: 'Active',
      dispositionCode: null,
      note: null,
      attachedData: { Subject: 'Delivery', Order: 'JC-20418' },
      window: { opensAt: NOW - HOUR, closesAt: NOW + 23 * HOUR, why: 'customer-message' },
      pendingSince: null,
      unanswered: 0,
      messageCount: 3,
      lastMessage,
      ...interaction,
    },
    contact,
    draft: '',
    note: '',
    unread: 0,
    stale: false,
    failures: [],
    hasOlder: false,
    options: {},
    ...view,
  };
}

export interface OfferSample extends Omit<InteractionSample, 'view'> {
  /** Seconds left of 30. */
  readonly left: number;
  readonly waited: number;
  readonly reasons?: readonly string[];
}

/** An interaction offered to the sample agent. */
export function sampleOffer({ left, waited, reasons, interaction, ...rest }: OfferSample): InteractionView {
  const offer: Offer = {
    id: `offer-of-${rest.id}`,
    agent: AGENT,
    offeredAt: NOW - (30 - left) * SECOND,
    deadline: NOW + left * SECOND,
    reasons: [...(reasons ?? ['priority 5', 'longest idle 340 s'])],
  };
  return sampleInteraction({
    ...rest,
    interaction: {
      stage: 'offered',
      agent: null,
      offer,
      createdAt: NOW - waited * SECOND,
      queuedAt: NOW - waited * SECOND,
      pendingSince: NOW - waited * SECOND,
      unanswered: 1,
      ...interaction,
    },
    view: { unread: 1 },
  });
}

/** The desk of the sample agent, connected and ready, with nothing in hand. */
export function sampleView(given: Partial<DeskView> = {}): DeskView {
  const used = given.interactions?.filter(({ interaction }) => interaction.stage === 'assigned').length ?? 0;
  return {
    version: 1,
    library: { templates: {}, responses: 0 },
    responseHabits: { favourites: [], used: [] },
    session: {
      phase: 'signed-in',
      agent: { name: AGENT, displayName: 'Kaa Python', firstName: 'Kaa', lastName: 'Python', groups: ['front-desk'] },
      status: {
        agent: AGENT,
        displayName: 'Kaa Python',
        state: 'ready',
        reason: '',
        since: NOW - 252 * SECOND,
        capacity: { used: Math.min(used, 5), allowed: 5 },
        missedOffers: 0,
      },
      privileges: null,
      directory: {
        channels: [
          { name: 'jungle', displayName: 'Jungle support', mediaType: MEDIUM, displayNumber: '+1 614 555 0100' },
          { name: 'river', displayName: 'River orders', mediaType: MEDIUM, displayNumber: '+1 614 555 0101' },
        ],
        queues: [{ name: 'support', displayName: 'Support' }],
        agents: [
          { name: AGENT, displayName: 'Kaa Python' },
          { name: 'hathi', displayName: 'Hathi Elephant' },
        ],
        dispositions: [
          { value: 'resolved', displayName: 'Resolved' },
          { value: 'forwarded', displayName: 'Forwarded' },
        ],
        notReadyReasons: [
          { value: 'lunch', displayName: 'Lunch' },
          { value: 'meeting', displayName: 'Meeting' },
          { value: 'training', displayName: 'Training' },
        ],
        businessAttributes: {},
      },
      clockOffset: 0,
      trial: false,
      place: '',
      locked: null,
    },
    connection: {
      state: 'connected',
      retryAt: null,
      error: null,
      queuedSends: 0,
      serverUrl: 'https://desk.jungle.example',
    },
    interactions: [],
    unfinished: {},
    arrangement: { pinned: [], order: null },
    poppedOut: [],
    plugins: [
      {
        id: 'com.replydesk.whatsapp',
        displayName: 'WhatsApp',
        version: '0.1.0',
        state: 'running',
        reasons: [],
        startedIn: 38,
      },
    ],
    options: { 'gui.theme': 'Default', 'gui.text-size': '100', 'gui.language': 'en' },
    optionsRevision: 0,
    notices: [],
    program: { version: '0.1.0', runtime: 'Electron 45.4', platform: 'linux' },
    ...given,
  };
}
