import { lookUpError } from '#plugins/whatsapp/rules/errors.ts';
import type { Message, MessageError } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { OutboundRequest, SendOutcome, UploadOutcome } from '../drivers/driver.ts';
import { gateRefusal, templateOf } from '../engine/commands/gate.ts';
import { changeSendStatus } from '../engine/commands/send-status.ts';
import { NUMBER_KEY } from '../engine/receive/attached-data.ts';
import { applyEarlyReports } from '../engine/receive/status.ts';
import type { Unit } from '../engine/unit.ts';
import type { FindLibraryFile } from '../library/library-files.ts';
import type { OutboundEntry } from '../storage/tables/outbound.ts';
import { forgetStaleUpload, mediaOf, noteUpload, type Upload } from './media.ts';
import type { Pacer, Wait } from './pacer.ts';
import { otherSpelling, recipientOf } from './recipient.ts';

/** A lost answer is told to the agent after this long without a word from the provider (SRV-2). */
export const UNKNOWN_AFTER = 120_000;

/** The provider's code for a number written otherwise than it knows it. */
const NUMBER_NOT_KNOWN = new Set(['131030', '131026']);

/** Among much else, the code for a file the provider does not have any more. */
const INVALID_PARAMETER = '100';

/** What a conversation's sender is to do next. */
export type NextStep =
  | { readonly step: 'send'; readonly entry: OutboundEntry; readonly request: OutboundRequest }
  /** Before the message: its file. */
  | { readonly step: 'upload'; readonly entry: OutboundEntry; readonly upload: Upload }
  /** Nothing may leave before then, or before something happens. */
  | { readonly step: 'wait'; readonly until: number }
  | { readonly step: 'rest' };

/**
 * Takes the conversation's next message in order. It is marked `sending` on disk before the request leaves, so that
 * after a crash nobody takes it for unsent: what may have left is never sent again by itself (SRV-2).
 */
export async function takeNext(
  unit: Unit,
  conversation: string,
  files: FindLibraryFile,
  pacer: Pacer,
): Promise<NextStep> {
  for (;;) {
    const entry = await unit.tables.outbound.first(conversation);
    if (!entry) return { step: 'rest' };
    if (entry.state === 'sending') {
      const until = (entry.sendingSince ?? unit.now) + UNKNOWN_AFTER;
      if (until > unit.now) return { step: 'wait', until };
      await giveUpAnswer(unit, entry);
    } else {
      if (entry.nextAttemptAt > unit.now) return { step: 'wait', until: entry.nextAttemptAt };
      const wait = pacer.waitFor(entry, unit.now);
      if (wait) return paced(unit, entry, wait);
      const next = await prepare(unit, entry, files);
      if (next?.step === 'send') pacer.left(entry, unit.now);
      if (next) return next;
    }
  }
}

/** A wait shorter than this, ms, is not told: it is over before it is read. */
const TOLD_FROM = 3_000;

async function paced(unit: Unit, entry: OutboundEntry, { until, error }: Wait): Promise<NextStep> {
  if (until - unit.now >= TOLD_FROM) await changeSendStatus(unit, entry, { status: 'accepted', error });
  return { step: 'wait', until };
}

async function giveUpAnswer(unit: Unit, entry: OutboundEntry): Promise<void> {
  await changeSendStatus(unit, entry, { status: 'unknown' });
  await unit.tables.outbound.update(entry.messageId, { state: 'settled' });
  unit.log.warn({ message: entry.messageId }, 'the answer to a send was lost and no status came: outcome unknown');
}

/** The request for the entry, which is marked as leaving; undefined when it was settled without leaving. */
async function prepare(unit: Unit, entry: OutboundEntry, files: FindLibraryFile): Promise<NextStep | undefined> {
  const interaction = await unit.interaction(entry.interactionId);
  const contact = interaction && (await unit.tables.contacts.get(interaction.contactId));
  const recipient = contact && recipientOf(contact, entry.recipient);
  if (!interaction || !recipient) {
    const error = { code: 'no-recipient', title: 'This contact has no number or account id to write to' };
    await fail(unit, entry, error);
    return undefined;
  }
  // The window may have closed, the template been paused, or the customer opted out, while the message waited for the
  // provider (WA-3, WA-4, WA-9).
  // What was accepted before the agent was done with the interaction still leaves.
  const target = await targetOf(unit, entry.content);
  const template = await templateOf(unit, entry.channel, entry.content);
  const stands = { interaction: { stage: 'assigned', window: interaction.window }, channel: entry.channel } as const;
  const refusal = gateRefusal(unit, entry.content, { ...stands, contact, original: target, template });
  if (refusal) {
    await fail(unit, entry, { code: refusal.code, title: refusal.message });
    return undefined;
  }
  const from = interaction.attachedData[NUMBER_KEY] ?? null;
  const media = await mediaOf(unit, entry, from, files);
  if (media.step === 'upload') return { step: 'upload', entry, upload: media.upload };
  if (media.step === 'missing') {
    await fail(unit, entry, media.error);
    return undefined;
  }
  await unit.tables.outbound.update(entry.messageId, { state: 'sending', sendingSince: unit.now });
  const request: OutboundRequest = {
    messageId: entry.messageId,
    from,
    recipient,
    content: entry.content,
    ...(target?.providerId ? { targetProviderId: target.providerId } : {}),
    ...(template ? { template } : {}),
    ...(media.media ? { media: media.media } : {}),
  };
  return { step: 'send', entry, request };
}

/**
 * What a reaction is about, which may have failed or been deleted since it was pressed; null when the provider does not
 * have it. What is quoted is not looked at again: without its bubble, the words still say what they say.
 */
async function targetOf(unit: Unit, content: OutboundContent): Promise<Message | null | undefined> {
  if (content.kind !== 'reaction') return undefined;
  const target = await unit.message(content.messageId);
  return target && target.providerId !== null ? target : null;
}

/** Records what became of an upload: the message is next, or it is put off or failed with it. */
export async function settleUpload(
  unit: Unit,
  taken: OutboundEntry,
  upload: Upload,
  outcome: UploadOutcome,
): Promise<void> {
  if (outcome.outcome === 'uploaded') await noteUpload(unit, upload, outcome.mediaId);
  const entry = await unit.tables.outbound.get(taken.messageId);
  if (entry?.state !== 'waiting') return;
  if (outcome.outcome === 'later') await putOff(unit, entry, outcome.error, outcome.delay);
  if (outcome.outcome === 'refused') await fail(unit, entry, outcome.error);
}

/** Records what became of a request. */
export async function settle(
  unit: Unit,
  taken: OutboundEntry,
  outcome: SendOutcome,
  files: FindLibraryFile,
): Promise<void> {
  const entry = await unit.tables.outbound.get(taken.messageId);
  if (!entry) return;
  switch (outcome.outcome) {
    case 'accepted':
      await handOver(unit, entry, outcome.providerId);
      break;
    case 'refused':
      if (entry.state !== 'settled') await refused(unit, entry, outcome.error, files);
      break;
    case 'later':
      if (entry.state !== 'settled') await putOff(unit, entry, outcome.error, outcome.delay);
      break;
    case 'unknown':
      unit.log.warn({ message: entry.messageId, reason: outcome.reason }, 'the answer to a send was lost');
      break;
  }
}

/** The provider has it: its id is kept, and reports that came before it was known count from now on. */
async function handOver(unit: Unit, entry: OutboundEntry, providerId: string): Promise<void> {
  await changeSendStatus(unit, entry, { status: 'handed-over', providerId });
  const isReaction = entry.content.kind === 'reaction';
  await unit.tables.outbound.update(entry.messageId, { state: 'settled', ...(isReaction ? { providerId } : {}) });
  await applyEarlyReports(unit, entry, providerId);
}

async function refused(unit: Unit, entry: OutboundEntry, error: MessageError, files: FindLibraryFile): Promise<void> {
  const spelling = NUMBER_NOT_KNOWN.has(error.code) ? await untriedSpelling(unit, entry) : undefined;
  if (spelling !== undefined) {
    unit.log.info({ message: entry.messageId, code: error.code }, 'number refused: the other spelling is tried once');
    await unit.tables.outbound.update(entry.messageId, { state: 'waiting', recipient: spelling });
    return;
  }
  if (error.code === INVALID_PARAMETER && (await forgetStaleUpload(unit, entry, await numberOf(unit, entry), files))) {
    unit.log.info({ message: entry.messageId }, 'refused with a file of an earlier upload: it is uploaded anew');
    await unit.tables.outbound.update(entry.messageId, { state: 'waiting', sendingSince: null });
    return;
  }
  await fail(unit, entry, error);
}

/** The business number the customer wrote to. */
async function numberOf(unit: Unit, { interactionId }: OutboundEntry): Promise<string | null> {
  return (await unit.interaction(interactionId))?.attachedData[NUMBER_KEY] ?? null;
}

async function untriedSpelling(unit: Unit, entry: OutboundEntry): Promise<string | undefined> {
  if (entry.recipient !== null) return undefined;
  const interaction = await unit.interaction(entry.interactionId);
  const contact = interaction && (await unit.tables.contacts.get(interaction.contactId));
  return contact && otherSpelling(recipientOf(contact, null));
}

async function putOff(unit: Unit, entry: OutboundEntry, error: MessageError, delay: number): Promise<void> {
  const { messageId, attempts } = entry;
  await unit.tables.outbound.update(messageId, {
    state: 'waiting',
    attempts: attempts + 1,
    nextAttemptAt: unit.now + delay,
    sendingSince: null,
  });
  await changeSendStatus(unit, entry, { status: 'accepted', error });
  unit.log.warn({ message: messageId, code: error.code, attempts: attempts + 1, delay }, 'send put off');
}

async function fail(unit: Unit, entry: OutboundEntry, error: MessageError): Promise<void> {
  await changeSendStatus(unit, entry, { status: 'failed', error });
  await unit.tables.outbound.update(entry.messageId, { state: 'settled' });
  const told = { message: entry.messageId, channel: entry.channel, code: error.code };
  if (lookUpError(error.code)?.treatment === 'alarm')
    unit.log.error(told, 'send refused: the channel needs its administrator');
  else unit.log.warn(told, 'send refused');
}
