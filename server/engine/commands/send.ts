import { isDeepStrictEqual } from 'node:util';
import type { Original } from '#plugins/whatsapp/rules/original.ts';
import { checkSend, explain, type SendRequest } from '#plugins/whatsapp/rules/send-gate.ts';
import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';
import { type OutboundContent, quotedBy } from '#shared/domain/outbound.ts';
import type { Template } from '#shared/domain/template.ts';
import { hasPrivilege, SEND_FILES_PRIVILEGE } from '#shared/options/privileges.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { ok, type Refusal, type Result, refuse } from '#shared/result.ts';
import { sentMessage } from '#shared/rules/sent-message.ts';
import { grantedTo, requireAll } from '../../rules/privileges.ts';
import { sendNeeds } from '../../rules/request-privileges.ts';
import type { OutboundEntry } from '../../storage/tables/outbound.ts';
import { conversationOf } from '../conversation.ts';
import type { Unit } from '../unit.ts';
import { notYours } from './done.ts';
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
  // Behind the answer to a repeated request: what was taken stays taken, whatever the roles say now.
  const allowed = maySend(unit, agent, interaction.channel);
  if (!allowed.ok) return allowed;
  const original = await originalOf(unit, interaction, content);
  const template = await templateOf(unit, interaction.channel, content);
  const refusal = gateRefusal(unit, content, {
    interaction,
    original,
    template,
    mayAttach: mayAttach(unit, agent, content),
  });
  if (refusal) return { ok: false, error: refusal };
  if (content.kind !== 'reaction') await acceptSent(unit, interaction, agent, id, content, template ?? undefined);
  else if (original) await acceptReaction(unit, original, agent, id, content);
  await enqueue(unit, interaction, agent, id, content);
  const message = await messageOfSend(unit, id, content);
  if (!message) throw new Error(`send ${id} left no trace`);
  return ok(message);
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

/** What the gate is told beside the message; what the message is not about is undefined. */
export interface GateFacts extends Pick<SendRequest, 'interaction' | 'mayAttach'> {
  readonly original: Original | null | undefined;
  readonly template: Template | null | undefined;
}

/** The gate's first objection, or undefined when the message may leave. There is no way around it (SRV-4). */
export function gateRefusal(unit: Unit, content: OutboundContent, facts: GateFacts): Refusal | undefined {
  const { maxTextBytes } = unit.config;
  const { original, template, ...rest } = facts;
  const about = { ...(original === undefined ? {} : { original }), ...(template === undefined ? {} : { template }) };
  const verdict = checkSend({ ...rest, ...about, content, now: unit.now, maxTextBytes });
  if (verdict.allowed) return undefined;
  const [finding] = verdict.findings;
  return { code: finding.code, message: explain(finding), retryable: false };
}

/** The template of a notification as it stands now; null when the channel has none such, undefined for other kinds. */
export async function templateOf(
  unit: Unit,
  channel: string,
  content: OutboundContent,
): Promise<Template | null | undefined> {
  if (content.kind !== 'template') return undefined;
  return (await unit.tables.templates.named(channel, content.template))?.template ?? null;
}

/** Files of their own choice need a privilege; the one a notification or reply buttons come with is part of them. */
function mayAttach(unit: Unit, agent: string, { kind }: OutboundContent): boolean {
  return kind !== 'file' || hasPrivilege(grantedTo(unit.config.grants, agent), SEND_FILES_PRIVILEGE);
}

async function answerAgain(
  unit: Unit,
  sent: OutboundEntry,
  agent: string,
  { id, interactionId, content }: MethodParams<'message.send'>,
): Promise<Result<Message>> {
  const same =
    sent.agent === agent &&
    sent.interactionId === interactionId &&
    isDeepStrictEqual(sent.content, JSON.parse(JSON.stringify(content)));
  const message = same ? await messageOfSend(unit, id, content) : undefined;
  return message ? ok(message) : idConflict();
}

function idConflict() {
  return refuse('id-conflict', 'Another message was sent with this id, so this one was not. Send it as a new message.');
}

/**
 * What is quoted or reacted to, in this session or an earlier one, as far as it is of the same conversation; null when it
 * is not, undefined when nothing is.
 */
async function originalOf(
  unit: Unit,
  interaction: Interaction,
  content: OutboundContent,
): Promise<Message | null | undefined> {
  if (content.kind !== 'reaction' && quotedBy(content) === undefined) return undefined;
  const original = await namedBy(unit, content);
  const session = original && (await unit.interaction(original.interactionId));
  const isTheirs = session && conversationOf(session) === conversationOf(interaction);
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
