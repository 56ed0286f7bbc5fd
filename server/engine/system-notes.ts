import type { Interaction } from '#shared/domain/interaction.ts';
import type { SystemNote } from '#shared/domain/system-note.ts';
import type { Unit } from './unit.ts';

/** Writes a line of the server's own into a transcript; desks say it in their agent's language. */
export async function recordNote(unit: Unit, interaction: Interaction, note: SystemNote): Promise<void> {
  const { id: interactionId, channel } = interaction;
  const name = unit.config.channels.find((entry) => entry.name === channel)?.displayName ?? channel;
  await unit.recordMessage('message.received', {
    id: unit.ids.next(),
    interactionId,
    channel,
    direction: 'system',
    kind: 'system',
    text: textOf(note),
    providerId: null,
    originTime: unit.now,
    arrivalTime: unit.now,
    status: 'received',
    error: null,
    sender: { type: 'system', name },
    quoted: null,
    attachment: null,
    location: null,
    contacts: null,
    interactive: note,
    reactions: [],
    revisions: [],
    revokedAt: null,
  });
}

function textOf(note: SystemNote): string {
  switch (note.code) {
    case 'window-closed':
      return 'The time for free messages ended before the customer was answered. Only notifications can be sent now.';
    case 'no-answer':
      return 'The customer has not answered. Without another notification this session will be archived.';
    case 'opted-out':
      return note.scope === 'all'
        ? 'The customer does not want to be written to any more.'
        : 'The customer does not want marketing messages any more.';
    case 'opted-in':
      return 'The customer may be written to again.';
  }
}
