import type { Interaction } from '#shared/domain/interaction.ts';
import { GROUP_KEY } from '../storage/tables/interactions.ts';

/** What messages are kept in order within: one contact, or one group, on one channel, over all its interactions. */
export function conversationOf(interaction: Pick<Interaction, 'channel' | 'contactId' | 'attachedData'>): string {
  return JSON.stringify([interaction.channel, interaction.contactId, interaction.attachedData[GROUP_KEY] ?? '']);
}
