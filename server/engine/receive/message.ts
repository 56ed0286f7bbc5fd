import type { Contact } from '#shared/domain/contact.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import { openWindow } from '#shared/rules/window.ts';
import type { InboundMessage } from '../../drivers/driver.ts';
import { optWordIn } from '../../rules/opt-words.ts';
import { chooseQueue } from '../../rules/queue-choice.ts';
import { ADVERT_KEY } from '../commands/message-status.ts';
import { queue } from '../commands/queueing.ts';
import { quoted } from '../commands/send.ts';
import type { ChannelConfig } from '../config.ts';
import { hearWord } from '../consents.ts';
import type { Unit } from '../unit.ts';
import { advertTime, NUMBER_KEY } from './attached-data.ts';
import { resolveContact } from './contact.ts';
import { type Conversation, openConversation } from './conversation.ts';

/** A customer wrote (SRV-4): into their open interaction, or into a new one that is queued. */
export async function receiveMessage(unit: Unit, channel: ChannelConfig, item: InboundMessage): Promise<void> {
  const contact = await resolveContact(unit, item.correspondent);
  const conversation = await openConversation(unit, channel, contact, item);
  const { interaction } = conversation;
  const message = await unit.recordMessage('message.received', {
    ...messageFrom(unit, item, channel, interaction.id),
    direction: 'in',
    sender: { type: 'contact', id: contact.id, name: contact.displayName },
    quoted: await quoted(unit, item.quotedProviderId),
    ...(item.forwarded ? { forwarded: true } : {}),
  });
  await unit.tables.messages.putRaw(message.id, item.raw);
  if (item.groupId === undefined) await renewWindow(unit, conversation, message);
  await noteChanges(unit, conversation, item);
  await bringToAttention(unit, channel, conversation, contact, item);
  if (item.groupId === undefined) await hearOptWord(unit, channel, contact, item);
}

/** WA-9: a customer may opt out, or in again, by a word. */
async function hearOptWord(unit: Unit, channel: ChannelConfig, contact: Contact, item: InboundMessage): Promise<void> {
  const word = optWordIn(item.content, channel);
  if (word === undefined) return;
  // A provider's clock ahead of ours must not outlast what is said later.
  const at = Math.min(item.originTime ?? unit.now, unit.now);
  await hearWord(unit, contact, channel.name, { optOut: word === 'stop' ? 'all' : null, source: 'stop-word', at });
}

/** The parts of a message every kind of item brings. */
export function messageFrom(
  unit: Unit,
  item: Pick<InboundMessage, 'content' | 'providerId' | 'originTime'>,
  channel: ChannelConfig,
  interactionId: string,
): Omit<Message, 'arrivalOrder' | 'direction' | 'sender' | 'quoted'> {
  const { kind, text, attachment, location, contacts, interactive } = item.content;
  return {
    id: unit.ids.next(),
    interactionId,
    channel: channel.name,
    kind,
    text,
    providerId: item.providerId,
    originTime: item.originTime,
    arrivalTime: unit.now,
    status: 'received',
    error: null,
    attachment,
    location,
    contacts,
    interactive,
    reactions: [],
    revisions: [],
    revokedAt: null,
  };
}

/** A window a late message cannot open may still be open from the interaction before. */
async function renewWindow(unit: Unit, { interaction, previous }: Conversation, message: Message): Promise<void> {
  const before = interaction.window ?? previous?.window ?? null;
  const window = openWindow(before, message, unit.config.lifecycle.freeMessageSeconds * 1000);
  if (window === interaction.window) return;
  await unit.record(`interaction:${interaction.id}`, { kind: 'window.opened', data: window });
}

/** A later message may come by an advert, or to another number of the channel. */
async function noteChanges(unit: Unit, { interaction, isNew }: Conversation, item: InboundMessage): Promise<void> {
  if (isNew) return;
  const time = advertTime(item);
  const number = item.businessNumberId;
  const moved = number !== undefined && number !== interaction.attachedData[NUMBER_KEY];
  const set = { ...(time === undefined ? {} : { [ADVERT_KEY]: time }), ...(moved ? { [NUMBER_KEY]: number } : {}) };
  if (Object.keys(set).length === 0) return;
  const data = { set, by: null };
  await unit.record(`interaction:${interaction.id}`, { kind: 'interaction.data-changed', data });
}

async function bringToAttention(
  unit: Unit,
  channel: ChannelConfig,
  { interaction, isNew }: Conversation,
  contact: Contact,
  item: InboundMessage,
): Promise<void> {
  if (!isNew && interaction.stage !== 'workbin') return;
  const choice = chooseQueue(channel, unit.config.queues, item.content.text);
  const name = isNew ? choice.queue : (interaction.queue ?? choice.queue);
  const reason = isNew ? choice.reason : 'the customer wrote again';
  await attachSessionConfig(unit, interaction, name);
  await queue(unit, interaction.id, name, 'tail', reason);
  unit.log.info({ interaction: interaction.id, contact: contact.id, queue: name, reason }, 'queued');
}

/** SRV-9: a queue may say from which channels agents can start sessions with whom it has brought. */
async function attachSessionConfig(unit: Unit, interaction: Interaction, queueName: string): Promise<void> {
  const config = unit.config.queues.find((entry) => entry.name === queueName)?.outboundSessionConfig ?? '';
  if (config === '' || interaction.attachedData._umsOutboundSessionConfig === config) return;
  const data = { set: { _umsOutboundSessionConfig: config }, by: null };
  await unit.record(`interaction:${interaction.id}`, { kind: 'interaction.data-changed', data });
}
