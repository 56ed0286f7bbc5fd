import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { InboundMessage, InboundNote, InboundReaction } from '../../drivers/driver.ts';
import type { ChannelConfig } from '../config.ts';
import type { Unit } from '../unit.ts';
import { attachedDataOf } from './attached-data.ts';

type First = InboundMessage | InboundNote | InboundReaction;

/** The interaction something belongs to, and whether it was made for it. */
export interface Conversation {
  readonly interaction: Interaction;
  readonly isNew: boolean;
  /** The contact's interaction before this one, when it is new. */
  readonly previous: Interaction | undefined;
}

/** The contact's open interaction on the channel, else a new one (SRV-4). */
export async function openConversation(
  unit: Unit,
  channel: ChannelConfig,
  contact: Contact,
  first: First,
): Promise<Conversation> {
  const { interactions } = await unit.flushed();
  const open = await interactions.open(channel.name, contact.id, first.groupId ?? '');
  if (open) return { interaction: open, isNew: false, previous: undefined };
  return create(unit, channel, contact, first);
}

/**
 * Where something stands that nobody has to answer: with the open interaction, else with the last one, else in one
 * that is made for it and is done at once, so that nobody is offered it.
 */
export async function placeForNote(
  unit: Unit,
  channel: ChannelConfig,
  contact: Contact,
  note: First,
): Promise<Conversation> {
  const { interactions } = await unit.flushed();
  const group = note.groupId ?? '';
  const known =
    (await interactions.open(channel.name, contact.id, group)) ??
    (await interactions.latest(channel.name, contact.id, group));
  if (known) return { interaction: known, isNew: false, previous: undefined };
  return create(unit, channel, contact, note);
}

/** Ends an interaction that was made only to keep something. */
export async function closeAtOnce(unit: Unit, conversation: Conversation, note: string): Promise<void> {
  if (!conversation.isNew) return;
  await unit.record(`interaction:${conversation.interaction.id}`, {
    kind: 'interaction.done',
    data: { by: 'system', dispositionCode: null, note },
  });
}

async function create(unit: Unit, channel: ChannelConfig, contact: Contact, first: First): Promise<Conversation> {
  const previous = await unit.tables.interactions.latest(channel.name, contact.id, first.groupId ?? '');
  const interactionId = unit.ids.next();
  await unit.record(`interaction:${interactionId}`, {
    kind: 'interaction.created',
    data: {
      interactionId,
      mediaType: channel.mediaType,
      channel: channel.name,
      contactId: contact.id,
      direction: first.what === 'echo' ? 'out' : 'in',
      attachedData: attachedDataOf(unit.config.serverName, channel, contact, first),
      lastAgent: previous?.lastAgent ?? null,
    },
  });
  const interaction = await unit.interaction(interactionId);
  if (!interaction) throw new Error(`interaction ${interactionId} was not made`);
  return { interaction, isNew: true, previous };
}
