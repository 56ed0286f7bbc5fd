import { z } from 'zod';
import { type Message, messageErrorSchema, messageStatusSchema, timestampSchema } from '#shared/domain/message.ts';
import type { InboundStatus } from '../../drivers/driver.ts';
import type { OutboundEntry } from '../../storage/tables/outbound.ts';
import { changeStatus, type StatusChange } from '../commands/message-status.ts';
import { changeSendStatus } from '../commands/send-status.ts';
import type { Unit } from '../unit.ts';

/** What is kept of a report that came before its message's provider id was known here. */
const keptSchema = z.object({
  status: messageStatusSchema.nullable(),
  at: timestampSchema.nullable(),
  error: messageErrorSchema.optional(),
});

/**
 * A report about a message or a reaction of ours, found by the provider's id or by our own, which the provider gives
 * back. One about something not known yet waits for it; no report makes a message. False when it was told before.
 */
export async function receiveStatus(unit: Unit, report: InboundStatus): Promise<boolean> {
  const message = await messageOf(unit, report);
  const entry = message ? await unit.tables.outbound.get(message.id) : await reactionOf(unit, report);
  const { providerId, reported, status, at, error } = report;
  const data = { status, at, ...(error ? { error } : {}) };
  const isNew = await unit.tables.received.claimStatus(
    { providerId, status: reported, data },
    message?.id ?? entry?.messageId ?? null,
    unit.now,
  );
  if (!isNew) return false;
  if (!status) return true;
  const change = { status, providerId, at, error };
  if (entry) await settleBy(unit, entry, change);
  else if (message) await changeStatus(unit, message, change);
  return true;
}

/** Reports that were here before the provider's id of what was sent. */
export async function applyEarlyReports(unit: Unit, entry: OutboundEntry, providerId: string): Promise<void> {
  for (const report of await unit.tables.received.takeEarly(providerId, entry.messageId)) {
    const kept = keptSchema.safeParse(report.data);
    if (!kept.success || !kept.data.status) continue;
    await settleBy(unit, entry, { status: kept.data.status, providerId, at: kept.data.at, error: kept.data.error });
  }
}

async function messageOf(unit: Unit, report: InboundStatus): Promise<Message | undefined> {
  const { messages } = await unit.flushed();
  const known = await messages.byProviderId(report.providerId);
  if (known) return known.direction === 'out' ? known : undefined;
  if (report.callbackData === undefined) return undefined;
  const named = await unit.message(report.callbackData);
  return named?.direction === 'out' && named.providerId === null ? named : undefined;
}

/** Reactions have no message of their own to be found by. */
async function reactionOf(unit: Unit, { providerId, callbackData }: InboundStatus): Promise<OutboundEntry | undefined> {
  const { outbound } = unit.tables;
  const entry =
    (await outbound.byProviderId(providerId)) ??
    (callbackData === undefined ? undefined : await outbound.get(callbackData));
  return entry?.content.kind === 'reaction' ? entry : undefined;
}

/** A report proves that the provider has it: what has no answer yet is settled by it. */
async function settleBy(unit: Unit, taken: OutboundEntry, change: StatusChange): Promise<void> {
  await changeSendStatus(unit, taken, change);
  const entry = await unit.tables.outbound.get(taken.messageId);
  if (!entry || entry.state === 'settled') return;
  await unit.tables.outbound.update(entry.messageId, { state: 'settled' });
  unit.toSend.add(entry.conversation);
}
