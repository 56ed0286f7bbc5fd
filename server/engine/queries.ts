import type { AgentStatus } from '#shared/domain/agent.ts';
import type { Interaction, InteractionSnapshot } from '#shared/domain/interaction.ts';
import type { DeskSnapshot } from '#shared/protocol/frames.ts';
import type { MethodParams, MethodResult } from '#shared/protocol/methods.ts';
import { MOST_CONTACTS } from '#shared/protocol/outbound-session.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import { capacityOf } from '../rules/capacity.ts';
import type { Tables } from '../storage/storage.ts';
import { batchFor } from './agent-batch.ts';
import { type AgentRoster, newRecord } from './agent-roster.ts';
import { notYours } from './commands/done.ts';
import { type EngineConfig, WHATSAPP_MEDIA } from './config.ts';
import type { EventBatch } from './engine.ts';
import { snapshotOf } from './snapshots.ts';
import { viewersOf } from './visibility.ts';

/** Events a desk is caught up with at most; one that missed more takes a snapshot, which is smaller. */
const REACH = 2000;

/** An interaction the agent may see. */
export async function getInteraction(
  tables: Tables,
  agent: string,
  interactionId: string,
): Promise<Result<InteractionSnapshot>> {
  const interaction = await tables.interactions.get(interactionId);
  if (!interaction) return refuse('not-found', `There is no interaction ${interactionId} on this server.`);
  if (!viewersOf(interaction).includes(agent)) return notYours();
  return ok(await snapshotOf(tables, interaction));
}

/** What people write into a number to read it better. */
const NUMBER = /^[+\d\s()./-]+$/;

/** Contacts by name or number. */
export async function findContacts(
  tables: Tables,
  { text }: MethodParams<'contact.find'>,
): Promise<Result<MethodResult<'contact.find'>>> {
  const words = NUMBER.test(text) && /\d/.test(text) ? text.replace(/\D/g, '') : text;
  const found = await tables.contacts.search(words, MOST_CONTACTS + 1);
  return ok({ contacts: found.slice(0, MOST_CONTACTS), hasMore: found.length > MOST_CONTACTS });
}

/** Finished sessions of the contact whose interaction the agent has in hand: what they may know to answer well (UI-3). */
export async function contactSessions(
  tables: Tables,
  agent: string,
  { interactionId, before, channel, limit }: MethodParams<'contact.sessions'>,
): Promise<Result<MethodResult<'contact.sessions'>>> {
  const interaction = await tables.interactions.get(interactionId);
  if (!interaction) return refuse('not-found', `There is no interaction ${interactionId} on this server.`);
  if (!viewersOf(interaction).includes(agent)) return notYours();
  const { contactId } = interaction;
  const on = channel === null ? {} : { channel };
  const found = await tables.interactions.list({ stages: ['done'], contactId, before, limit: limit + 1, ...on });
  return ok({ sessions: found.slice(0, limit), hasEarlier: found.length > limit });
}

/** An agent reads what they see, and the finished sessions of a contact they serve. */
async function mayRead(tables: Tables, agent: string, interaction: Interaction): Promise<boolean> {
  if (viewersOf(interaction).includes(agent)) return true;
  return (
    interaction.stage === 'done' && (await tables.interactions.agentsOfContact(interaction.contactId)).includes(agent)
  );
}

/** Older messages of an interaction the agent may read, ending before `before`. */
export async function transcriptPage(
  tables: Tables,
  agent: string,
  { interactionId, before, limit }: MethodParams<'transcript.page'>,
): Promise<Result<MethodResult<'transcript.page'>>> {
  const interaction = await tables.interactions.get(interactionId);
  if (!interaction) return refuse('not-found', `There is no interaction ${interactionId} on this server.`);
  if (!(await mayRead(tables, agent, interaction))) return notYours();
  const found = await tables.messages.page(interactionId, before, limit + 1);
  const hasOlder = found.length > limit;
  return ok({ messages: hasOlder ? found.slice(1) : found, hasOlder });
}

/** All that stands before the agent, with the log's position it stands for. */
export async function deskSnapshot(
  tables: Tables,
  status: AgentStatus,
): Promise<{ readonly snapshot: DeskSnapshot; readonly cursor: number }> {
  const interactions: InteractionSnapshot[] = [];
  for (const interaction of await tables.interactions.visibleTo(status.agent)) {
    interactions.push(await snapshotOf(tables, interaction));
  }
  return { snapshot: { status, interactions }, cursor: await tables.events.lastCursor() };
}

/** What the agent missed; undefined when the cursor is not of this log or too much has happened since. */
export async function eventsAfter(tables: Tables, agent: string, cursor: number): Promise<EventBatch | undefined> {
  const last = await tables.events.lastCursor();
  if (cursor > last) return undefined;
  const seen = await tables.events.forAgent(agent, cursor, REACH + 1);
  if (seen.length > REACH) return undefined;
  return { ...(await batchFor(tables, agent, seen)), cursor: last };
}

/** The agent's status, also before they ever logged in. */
export function statusOf(roster: AgentRoster, config: EngineConfig, agent: string, now: number): AgentStatus {
  const known = roster.get(agent);
  if (known) return known.status;
  const section = config.agents.find((entry) => entry.name === agent);
  const allowed = section ? capacityOf(section, config.capacityRules, WHATSAPP_MEDIA) : 0;
  return newRecord(agent, section?.displayName ?? agent, allowed, now).status;
}
