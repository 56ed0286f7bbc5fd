import { foldMessage } from '#shared/domain/fold.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message, MessageError, MessageStatus } from '#shared/domain/message.ts';
import { hearWord } from '../consents.ts';
import type { Unit } from '../unit.ts';

/** What is known anew about a message of ours. */
export interface StatusChange {
  readonly status: MessageStatus;
  readonly providerId?: string | undefined;
  /** The provider's own time of it, ms. */
  readonly at?: number | null | undefined;
  readonly error?: MessageError | undefined;
}

/**
 * Records a change of a message's status when it changes anything: reports come in any order and more than once, and
 * no tick goes back (SRV-2).
 */
export async function changeStatus(unit: Unit, message: Message, change: StatusChange): Promise<void> {
  const stream = `interaction:${message.interactionId}`;
  const providerId = await freeProviderId(unit, message, change.providerId);
  const data = {
    messageId: message.id,
    status: change.status,
    ...(providerId !== undefined ? { providerId } : {}),
    ...(typeof change.at === 'number' ? { providerTime: change.at } : {}),
    ...(change.error ? { error: change.error } : {}),
  };
  const body = { kind: 'message.status-changed', data } as const;
  const after = foldMessage(message, { ...body, stream, seq: 0, cursor: 0, at: unit.now });
  const isWhy = after?.error?.code !== message.error?.code;
  if (after?.status === message.status && after.providerId === message.providerId && !isWhy) return;
  await unit.record(stream, body);
  if (after && isTaken(after.status) && !isTaken(message.status)) await openFreeEntryPoint(unit, message);
  if (change.error?.code === STOPPED_MARKETING) await noteStoppedMarketing(unit, message);
  if (change.error && TOO_LATE.has(change.error.code)) await closeWindow(unit, message);
}

/** The provider's codes for a free message that came when its window was over (section 17). */
const TOO_LATE: ReadonlySet<string> = new Set(['131047', '470']);

/**
 * The provider's word counts: every further free message would be refused as this one was. What the customer has written
 * after it opened the window anew.
 */
async function closeWindow(unit: Unit, message: Message): Promise<void> {
  const interaction = await unit.interaction(message.interactionId);
  const closesAt = message.arrivalTime;
  if (!interaction?.window || interaction.window.closesAt <= closesAt || interaction.window.opensAt > closesAt) return;
  await unit.record(`interaction:${interaction.id}`, { kind: 'window.closed', data: { closesAt } });
}

/** The provider's code for a customer who takes no marketing messages (section 17); the switch itself may be unknown here. */
const STOPPED_MARKETING = '131050';

async function noteStoppedMarketing(unit: Unit, { interactionId, channel }: Message): Promise<void> {
  const interaction = await unit.interaction(interactionId);
  const contact = interaction && (await unit.tables.contacts.get(interaction.contactId));
  const word = { optOut: 'marketing', source: 'user-preferences', at: unit.now } as const;
  if (contact) await hearWord(unit, contact, channel, word);
}

/** An id the provider gave to another message before would make two messages one: it is left out. */
async function freeProviderId(unit: Unit, message: Message, offered: string | undefined): Promise<string | undefined> {
  if (offered === undefined || message.providerId !== null) return undefined;
  const { messages } = await unit.flushed();
  const owner = await messages.byProviderId(offered);
  if (!owner || owner.id === message.id) return offered;
  unit.log.warn({ message: message.id, owner: owner.id }, 'the provider gave an id that another message has');
  return undefined;
}

function isTaken(status: MessageStatus): boolean {
  return status === 'handed-over' || status === 'delivered' || status === 'read';
}

/** Attached data: origin time of the message by which the contact came from an advert, ms. */
export const ADVERT_KEY = '_umsAdvertTime';

/** SRV-4: an advert click opens the longer window only when it is answered while the ordinary one is open. */
async function openFreeEntryPoint(unit: Unit, message: Message): Promise<void> {
  const interaction = await unit.interaction(message.interactionId);
  const clicked = Number(interaction?.attachedData[ADVERT_KEY]);
  if (!interaction || !Number.isFinite(clicked) || clicked <= 0) return;
  const { freeMessageSeconds, freeEntryPointSeconds } = unit.config.lifecycle;
  const answered = unit.now;
  if (answered >= clicked + freeMessageSeconds * 1000 || isFreeEntryPoint(interaction)) return;
  const closesAt = answered + freeEntryPointSeconds * 1000;
  if (interaction.window && interaction.window.closesAt >= closesAt) return;
  const data = { opensAt: answered, closesAt, why: 'free-entry-point' } as const;
  await unit.record(`interaction:${interaction.id}`, { kind: 'window.opened', data });
}

function isFreeEntryPoint(interaction: Interaction): boolean {
  return interaction.window?.why === 'free-entry-point';
}
