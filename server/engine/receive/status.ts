import { z } from 'zod';
import { type Message, messageErrorSchema, messageStatusSchema, timestampSchema } from '#shared/domain/message.ts';
import type { InboundStatus } from '../../drivers/driver.ts';
import { changeStatus, type StatusChange } from '../commands/message-status.ts';
import type { Unit } from '../unit.ts';

/** What is kept of a report that came before its message's provider id was known here. */
const keptSchema = z.object({
  status: messageStatusSchema.nullable(),
  at: timestampSchema.nullable(),
  error: messageErrorSchema.optional(),
});

/**
 * A report about a message of ours, found by the provider's id or by our own, which the provider gives back. One
 * about a message not known yet waits for it; no report makes a message. False when it was told before.
 */
export async function receiveStatus(unit: Unit, report: InboundStatus): Promise<boolean> {
  const message = await messageOf(unit, report);
  const { providerId, reported, status, at, error } = report;
  const data = { status, at, ...(error ? { error } : {}) };
  const isNew = await unit.tables.received.claimStatus(
    { providerId, status: reported, data },
    message?.id ?? null,
    unit.now,
  );
  if (!isNew) return false;
  if (message && status) await settleBy(unit, message, { status, providerId, at, error });
  return true;
}

/** Reports that were here before the message's provider id was. */
export async function applyEarlyReports(unit: Unit, messageId: string, providerId: string): Promise<void> {
  for (const report of await unit.tables.received.takeEarly(providerId, messageId)) {
    const kept = keptSchema.safeParse(report.data);
    const message = await unit.message(messageId);
    if (!message || !kept.success || !kept.data.status) continue;
    await settleBy(unit, message, { status: kept.data.status, providerId, at: kept.data.at, error: kept.data.error });
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

/** A report proves that the provider has the message: one whose answer was lost is settled by it. */
async function settleBy(unit: Unit, message: Message, change: StatusChange): Promise<void> {
  await changeStatus(unit, message, change);
  const entry = await unit.tables.outbound.get(message.id);
  if (!entry || entry.state === 'settled') return;
  await unit.tables.outbound.update(message.id, { state: 'settled' });
  unit.toSend.add(entry.conversation);
}
