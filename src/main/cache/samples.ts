import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction, InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { OutboxRow } from './operations.ts';

/** Builders of plain samples for tests: whole, valid things of which a test says only what matters to it. */

const START = Date.UTC(2026, 0, 5, 9, 0, 0);

export function sampleContact(id = 'contact-1', over: Partial<Contact> = {}): Contact {
  return {
    id,
    displayName: 'Akela Raksha',
    identities: [{ type: 'phone', value: '+16145550101' }],
    attributes: { FirstName: 'Akela' },
    createdAt: START,
    updatedAt: START,
    ...over,
  };
}

export function sampleInteraction(id = 'ixn-1', over: Partial<Interaction> = {}): Interaction {
  return {
    id,
    seq: 1,
    mediaType: 'whatsappsession',
    channel: 'jungle',
    contactId: 'contact-1',
    direction: 'in',
    stage: 'assigned',
    queue: 'support',
    agent: 'kaa',
    lastAgent: 'kaa',
    offer: null,
    createdAt: START,
    queuedAt: START,
    assignedAt: START,
    doneAt: null,
    disposition: 'Waiting',
    dispositionCode: null,
    note: null,
    attachedData: {},
    window: null,
    pendingSince: null,
    unanswered: 0,
    messageCount: 0,
    lastMessage: null,
    ...over,
  };
}

export function sampleMessage(order: number, over: Partial<Message> = {}): Message {
  return {
    id: `msg-${order}`,
    interactionId: 'ixn-1',
    channel: 'jungle',
    direction: 'in',
    kind: 'text',
    text: `line ${order}`,
    providerId: `wamid.${order}`,
    originTime: START + order * 1000,
    arrivalTime: START + order * 1000,
    arrivalOrder: order,
    status: 'received',
    error: null,
    sender: { type: 'contact', id: 'contact-1', name: 'Akela Raksha' },
    quoted: null,
    attachment: null,
    location: null,
    contacts: null,
    interactive: null,
    reactions: [],
    revisions: [],
    revokedAt: null,
    ...over,
  };
}

export function sampleSnapshot(id: string, over: Partial<InteractionSnapshot> = {}): InteractionSnapshot {
  return { interaction: sampleInteraction(id), contact: sampleContact(), messages: [], hasOlder: false, ...over };
}

export function sampleOutboxRow(id: string, over: Partial<OutboxRow> = {}): OutboxRow {
  const text = over.content?.kind === 'text' ? over.content.text : `reply ${id}`;
  const interactionId = over.interactionId ?? 'ixn-1';
  const message = sampleMessage(0, {
    id,
    interactionId,
    direction: 'out',
    status: 'queued',
    text,
    providerId: null,
    originTime: null,
    sender: { type: 'agent', id: 'kaa', name: 'Kaa' },
  });
  return { id, interactionId, state: 'queued', content: { kind: 'text', text }, message, error: null, ...over };
}
