import type { EventBody } from '#shared/domain/events.ts';
import { foldMessage } from '#shared/domain/fold.ts';
import type { Message } from '#shared/domain/message.ts';
import type { InboundEdit, InboundReaction, InboundRevoke } from '../../drivers/driver.ts';
import type { ChannelConfig } from '../config.ts';
import type { Unit } from '../unit.ts';
import { resolveContact } from './contact.ts';
import { receiveMessage } from './message.ts';
import { keepReaction, receiveNote } from './note.ts';
import { keepNotice } from './notice.ts';

/** A reaction stands with its message, is replaced by the next one and goes when taken back (WA-5). */
export async function receiveReaction(unit: Unit, channel: ChannelConfig, item: InboundReaction): Promise<void> {
  const target = await targetOf(unit, item.targetProviderId);
  if (!target) {
    if (item.emoji !== '') return keepReaction(unit, channel, item);
    // Taken back from a message that is not here: nothing to show, but kept.
    return keepNotice(unit, channel.name, 'messages.reaction', item.raw);
  }
  const by = item.direction === 'in' ? (await resolveContact(unit, item.correspondent)).id : 'business';
  const at = item.originTime ?? unit.now;
  await recordChange(unit, target, {
    kind: 'message.reaction-changed',
    data: { messageId: target.id, by, direction: item.direction, emoji: item.emoji, at },
  });
}

/** An edit changes the text and keeps the old one; of a message that is not here it is all there is to show. */
export async function receiveEdit(unit: Unit, channel: ChannelConfig, item: InboundEdit): Promise<void> {
  const target = await targetOf(unit, item.targetProviderId);
  if (target) {
    const at = item.originTime ?? unit.now;
    const data = { messageId: target.id, text: item.content.text, at };
    return recordChange(unit, target, { kind: 'message.edited', data });
  }
  const interactive = { ...item.content.interactive, editOf: item.targetProviderId };
  const kept = { ...item, content: { ...item.content, interactive }, quotedProviderId: undefined };
  if (item.direction === 'out') return receiveNote(unit, channel, { ...kept, what: 'echo' });
  return receiveMessage(unit, channel, { ...kept, what: 'message', forwarded: false, fromAdvert: false });
}

/** The sender deleted a message; its text stays stored. */
export async function receiveRevoke(unit: Unit, channel: ChannelConfig, item: InboundRevoke): Promise<void> {
  const target = await targetOf(unit, item.targetProviderId);
  if (!target) return keepNotice(unit, channel.name, 'messages.revoke', item.raw);
  const data = { messageId: target.id, at: item.originTime ?? unit.now };
  await recordChange(unit, target, { kind: 'message.revoked', data });
}

async function targetOf(unit: Unit, providerId: string): Promise<Message | undefined> {
  const { messages } = await unit.flushed();
  return messages.byProviderId(providerId);
}

async function recordChange(unit: Unit, target: Message, body: EventBody): Promise<void> {
  const stream = `interaction:${target.interactionId}`;
  const after = foldMessage(target, { ...body, stream, seq: 0, cursor: 0, at: unit.now });
  if (JSON.stringify(after) !== JSON.stringify(target)) await unit.record(stream, body);
}
