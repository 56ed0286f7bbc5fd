import type { InboundNote, InboundReaction } from '../../drivers/driver.ts';
import { quoted } from '../commands/send.ts';
import type { ChannelConfig } from '../config.ts';
import type { Unit } from '../unit.ts';
import { resolveContact } from './contact.ts';
import { closeAtOnce, placeForNote } from './conversation.ts';
import { messageFrom } from './message.ts';

/**
 * What stands in the conversation without being a customer's message: a system note, or what the business wrote in
 * its phone app. No window, no offer; a changed number is told, and identities stay as they are until a person says
 * otherwise (SRV-3).
 */
export async function receiveNote(unit: Unit, channel: ChannelConfig, item: InboundNote): Promise<void> {
  const contact = await resolveContact(unit, item.correspondent);
  const conversation = await placeForNote(unit, channel, contact, item);
  const echo = item.what === 'echo';
  const message = await unit.recordMessage(echo ? 'message.echoed' : 'message.received', {
    ...messageFrom(unit, item, channel, conversation.interaction.id),
    direction: echo ? 'out' : 'system',
    // It is on the customer's side already; reports may still take it further.
    status: echo ? 'handed-over' : 'received',
    sender: echo ? { type: 'business', name: channel.displayName } : { type: 'system', name: channel.displayName },
    quoted: await quoted(unit, item.quotedProviderId),
  });
  await unit.tables.messages.putRaw(message.id, item.raw);
  await closeAtOnce(unit, conversation, 'Made to keep a message that needs no answer.');
}

/** A reaction to a message that is not here: kept as what it is. */
export async function keepReaction(unit: Unit, channel: ChannelConfig, item: InboundReaction): Promise<void> {
  const contact = await resolveContact(unit, item.correspondent);
  const conversation = await placeForNote(unit, channel, contact, item);
  const inbound = item.direction === 'in';
  const content = {
    kind: 'reaction',
    text: item.emoji,
    attachment: null,
    location: null,
    contacts: null,
    interactive: { type: 'reaction', emoji: item.emoji, targetProviderId: item.targetProviderId },
  } as const;
  const message = await unit.recordMessage(inbound ? 'message.received' : 'message.echoed', {
    ...messageFrom(unit, { ...item, content }, channel, conversation.interaction.id),
    direction: inbound ? 'in' : 'out',
    status: inbound ? 'received' : 'handed-over',
    sender: inbound
      ? { type: 'contact', id: contact.id, name: contact.displayName }
      : { type: 'business', name: channel.displayName },
    quoted: { providerId: item.targetProviderId },
  });
  await unit.tables.messages.putRaw(message.id, item.raw);
  await closeAtOnce(unit, conversation, 'Made to keep a reaction to a message that is not here.');
}
