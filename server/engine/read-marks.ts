import { isGroup } from '#plugins/whatsapp/rules/group.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { windowAt } from '#shared/rules/window.ts';
import type { ReadMark } from '../outbound/read-signals.ts';
import type { Tables } from '../storage/storage.ts';
import { notYours } from './commands/done.ts';
import { conversationOf } from './conversation.ts';
import { NUMBER_KEY } from './receive/attached-data.ts';

/** How far back a message with an id of the provider is looked for. */
const DEPTH = 50;

/** What the provider is told when the agent has read up to a message; null when nothing is to be told (WA-8). */
export async function readMarkOf(
  tables: Tables,
  agent: string,
  { interactionId, messageId }: MethodParams<'message.mark-read'>,
): Promise<Result<ReadMark | null>> {
  const interaction = await inHand(tables, agent, interactionId);
  if (!interaction.ok) return interaction;
  const message = await tables.messages.get(messageId);
  if (message?.interactionId !== interactionId || message.direction !== 'in') {
    return refuse('not-found', 'There is no such message of the customer in this conversation.');
  }
  return ok(await markUpTo(tables, interaction.value, message.arrivalOrder + 1));
}

/** The message with which the provider is told that the agent is writing; null when nothing is to be told. */
export async function typingMarkOf(
  tables: Tables,
  agent: string,
  { interactionId }: MethodParams<'interaction.typing'>,
  now: number,
): Promise<Result<ReadMark | null>> {
  const interaction = await inHand(tables, agent, interactionId);
  if (!interaction.ok) return interaction;
  // An answer that could not be sent must not be announced.
  if (windowAt(interaction.value.window, now).state !== 'open') return ok(null);
  return ok(await markUpTo(tables, interaction.value, undefined));
}

async function inHand(tables: Tables, agent: string, interactionId: string): Promise<Result<Interaction>> {
  const interaction = await tables.interactions.get(interactionId);
  if (!interaction) return refuse('not-found', `There is no interaction ${interactionId} on this server.`);
  return interaction.agent === agent ? ok(interaction) : notYours();
}

/** The newest message of the customer before `before` that the provider knows. Groups have no read marks. */
async function markUpTo(
  tables: Tables,
  interaction: Interaction,
  before: number | undefined,
): Promise<ReadMark | null> {
  if (isGroup(interaction)) return null;
  const page = await tables.messages.page(interaction.id, before, DEPTH);
  const newest = page.findLast((message) => message.direction === 'in' && message.providerId !== null);
  return newest ? markOf(interaction, newest) : null;
}

function markOf(interaction: Interaction, { id, providerId }: Message): ReadMark | null {
  if (providerId === null) return null;
  return {
    conversation: conversationOf(interaction),
    channel: interaction.channel,
    from: interaction.attachedData[NUMBER_KEY] ?? null,
    providerId,
    messageId: id,
  };
}
