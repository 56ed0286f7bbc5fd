import type { Interaction, InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { Tables } from '../storage/storage.ts';

/** Messages a snapshot carries at most; older ones come by page. */
export const SNAPSHOT_MESSAGES = 200;

/** An interaction with its contact and newest messages. */
export async function snapshotOf(tables: Tables, interaction: Interaction): Promise<InteractionSnapshot> {
  const contact = await tables.contacts.get(interaction.contactId);
  if (!contact) throw new Error(`interaction ${interaction.id} has no contact`);
  const newest = await tables.messages.page(interaction.id, undefined, SNAPSHOT_MESSAGES + 1);
  const hasOlder = newest.length > SNAPSHOT_MESSAGES;
  return { interaction, contact, messages: hasOlder ? newest.slice(1) : newest, hasOlder };
}

/** The snapshot of an interaction by id; undefined when there is none. */
export async function loadSnapshot(tables: Tables, interactionId: string): Promise<InteractionSnapshot | undefined> {
  const interaction = await tables.interactions.get(interactionId);
  return interaction && snapshotOf(tables, interaction);
}
