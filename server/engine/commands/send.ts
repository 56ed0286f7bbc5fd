import { isDeepStrictEqual } from 'node:util';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import { hasPrivilege } from '#shared/options/privileges.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { quotedBy } from '#shared/rules/quoted-by.ts';
import { sentMessage } from '#shared/rules/sent-message.ts';
import { grantedTo, requireAll } from '../../rules/privileges.ts';
import { sendNeeds } from '../../rules/request-privileges.ts';
import type { OutboundEntry } from '../../storage/tables/outbound.ts';
import { conversationOf } from '../conversation.ts';
import type { Unit } from '../unit.ts';
import { notYours } from './done.ts';
import { gateRefusal, mayAttach, templateOf } from './gate.ts';
import { recordReaction } from './react.ts';
import { messageOfSend } from './send-status.ts';

/**
 * Takes a message from a desk (SRV-2): on disk as `accepted` and on its way, or refused. The desk's ULID makes it
 * safe to ask again: the same message is answered as the first time and leaves once.
 */
export async function acceptMessage(
  unit: Unit,
  agent: string,
  params: MethodParams<'message.send'>,
): Promise<Result<Message>> {
  const { id, interactionId, content } = params;
  const known = await unit.tables.outbound.get(id);
  if (known) return answerAgain(unit, known, agent, params);
  if (await unit.message(id)) return idConflict();
  const interaction = await unit.interaction(interactionId);
  if (!interaction) return refuse('not-found', `There is no interaction ${interactionId} on this server.`);
  if (interaction.stage === 'done') {
    return refuse('interaction-done', 'This interaction is done. The message was not sent; a new session is needed.');
  }
  if (interaction.agent !== agent) return notYours();
  if (await unit.tables.received.has(refusedKey(id))) return refusedBefore;
  // Behind the answer to a repeated request: what was taken stays taken, whatever the roles say now.
  const judged = await judge(unit, agent, interaction, content);
  if (!judged.ok) {
    if (judged.error.code === 'window-closed') await unit.tables.received.claim(refusedKey(id), unit.now);
    return judged;
  }
  const { original, template } = judged.value;
  if (content.kind !== 'reaction') await acceptSent(unit, interaction, agent, id, content, template ?? undefined);
  else if (original) await acceptReaction(unit, original, agent, id, content);
  await enqueue(unit, interaction, agent, id, content);
  const message = await messageOfSend(unit, id, content);
  if (!message) throw new Error(`send ${id} left no trace`);
  return ok(message);
}

/**
 * A desk gives the words back to the composer when it hears that the window is closed. A copy of its request that comes
 * later, by another connection say, must not be taken then, though the customer may have written meanwhile.
 */
const refusedKey = (id: string): string => `refused:${id}`;

const refusedBefore = refuse(
  'window-closed',
  'The message was not sent: the time for free messages was over when it came. Send it anew.',
);

/** Where a message goes: an interaction, or one that begins with it. */
export type Destination = Pick<Interaction, 'channel' | 'contactId' | 'attachedData' | 'stage' | 'window'>;

/** What a message is about, when the agent may send it there; else why not. */
export async function judge(unit: Unit, agent: string, destination: Destination, content: OutboundContent) {
  const { channel, contactId } = destination;
  const allowed = maySend(unit, agent, channel);
  if (!allowed.ok) return allowed;
  const original = await originalOf(unit, destination, content);
  const template = await templateOf(unit, channel, content);
  const contact = await unit.tables.contacts.get(contactId);
  const about = { interaction: destination, original, template, channel, contact };
  const refusal = gateRefusal(unit, content, { ...about, mayAttach: mayAttach(unit, agent, content) });
  return refusal ? { ok: false as const, error: refusal } : ok({ original, template });
}

function maySend(unit: Unit, agent: string, channel: string): Result<null> {
  const granted = grantedTo(unit.config.grants, agent);
  const { use, reply } = sendNeeds(channel);
  const used = requireAll(granted, [use]);
  if (!used.ok || hasPrivilege(granted, reply)) return used;
  return refuse(
    'forbidden',
    `Without the privilege ${reply} this answer would need the approval of somebody with canApprove, which this version does not have yet. It was not sent; ask your administrator for the privilege.`,
  );
}

async function answerAgain(
  unit: Unit,
  sent: OutboundEntry,
  agent: string,
  { id, interactionId, content }: MethodParams<'message.send'>,
): Promise<Result<Message>> {
  const same = isSameSend(sent, agent, content) && sent.interactionId === interactionId;
  const message = same ? await messageOfSend(unit, id, content) : undefined;
  return message ? ok(message) : idConflict();
}

/** Whether this is what was sent under the id. */
export function isSameSend(sent: OutboundEntry, agent: string, content: OutboundContent): boolean {
  return sent.agent === agent && isDeepStrictEqual(sent.content, JSON.parse(JSON.stringify(content)));
}

/** The answer to an id that was used for something else before. */
export function idConflict() {
  return refuse('id-conflict', 'Another message was sent with this id, so this one was not. Send it as a new message.');
}

/**
 * What is quoted or reacted to, in this session or an earlier one, as far as it is of the same conversation; null when it
 * is not, undefined when nothing is.
 */
async function originalOf(
  unit: Unit,
  destination: Destination,
  content: OutboundContent,
): Promise<Message | null | undefined> {
  if (content.kind !== 'reaction' && quotedBy(content) === undefined) return undefined;
  const original = await namedBy(unit, content);
  const session = original && (await unit.interaction(original.interactionId));
  const isTheirs = session && conversationOf(session) === conversationOf(destination);
  return isTheirs ? original : null;
}

async function namedBy(unit: Unit, content: OutboundContent): Promise<Message | undefined> {
  if (content.kind === 'reaction') return unit.message(content.messageId);
  const quotedId = quotedBy(content);
  if (quotedId === undefined) return undefined;
  const { messages } = await unit.flushed();
  return messages.byProviderId(quotedId);
}

async function acceptReaction(
  unit: Unit,
  target: Message,
  by: string,
  id: string,
  { messageId, emoji }: Extract<OutboundContent, { kind: 'reaction' }>,
): Promise<void> {
  await recordReaction(unit, target, { messageId, id, by, emoji, at: unit.now, status: 'accepted' });
}

async function acceptSent(
  unit: Unit,
  interaction: Interaction,
  agent: string,
  id: string,
  content: OutboundContent,
  template: Template | undefined,
): Promise<void> {
  await unit.recordMessage('message.accepted', {
    id,
    interactionId: interaction.id,
    channel: interaction.channel,
    direction: 'out',
    ...sentMessage(content, template),
    providerId: null,
    originTime: unit.now,
    arrivalTime: unit.now,
    status: 'accepted',
    error: null,
    sender: { type: 'agent', id: agent, name: unit.agent(agent)?.status.displayName ?? agent },
    quoted: await quoted(unit, quotedBy(content)),
    location: null,
    contacts: null,
    reactions: [],
    revisions: [],
    revokedAt: null,
  });
}

async function enqueue(
  unit: Unit,
  interaction: Interaction,
  agent: string,
  id: string,
  content: OutboundContent,
): Promise<void> {
  const conversation = conversationOf(interaction);
  await unit.tables.outbound.add({
    messageId: id,
    interactionId: interaction.id,
    conversation,
    channel: interaction.channel,
    agent,
    content,
    nextAttemptAt: unit.now,
  });
  unit.toSend.add(conversation);
}

/** The message that is answered, with its text where it is known. */
export async function quoted(unit: Unit, providerId: string | undefined): Promise<Message['quoted']> {
  if (providerId === undefined) return null;
  const { messages } = await unit.flushed();
  const original = await messages.byProviderId(providerId);
  return original ? { providerId, messageId: original.id, text: original.text } : { providerId };
}
