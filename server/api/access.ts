import type { Interaction } from '#shared/domain/interaction.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Principal } from '../auth/principal.ts';
import type { Queries, Scope } from './queries.ts';
import { notFound, notYours } from './refusals.ts';

/** What of the data a principal may read (API-2). */
export function scopeOf(principal: Principal): Scope {
  return principal.kind === 'admin' ? { kind: 'all' } : { kind: 'agent', agent: principal.agent };
}

/**
 * Whether an agent may read the interaction: offered to them, in their hands, or a finished one of a contact they are
 * serving, which is that contact's history.
 */
function isReadableBy(agent: string, interaction: Interaction, servesContact: boolean): boolean {
  if (interaction.agent === agent || interaction.offer?.agent === agent) return true;
  return interaction.stage === 'done' && servesContact;
}

/** The interaction, if the principal may read it. Refused with `not-found` or `not-yours`. */
export async function readableInteraction(
  queries: Queries,
  principal: Principal,
  id: string,
): Promise<Result<Interaction>> {
  const interaction = await queries.interaction(id);
  if (!interaction) return notFound('interaction');
  if (principal.kind === 'admin') return ok(interaction);
  const { agent } = principal;
  const serves = await queries.servesContact(agent, interaction.contactId);
  return isReadableBy(agent, interaction, serves) ? ok(interaction) : notYours('interaction');
}

/** Whether the principal may read the contact: an administrator each, an agent those they are serving. */
export async function mayReadContact(queries: Queries, principal: Principal, contactId: string): Promise<Result<null>> {
  if (principal.kind === 'admin' || (await queries.servesContact(principal.agent, contactId))) return ok(null);
  return notYours('contact');
}

/** Of a contact the principal may read: the interactions that are theirs to see. */
export function readableHistory(principal: Principal, interactions: readonly Interaction[]): readonly Interaction[] {
  if (principal.kind === 'admin') return interactions;
  return interactions.filter((interaction) => isReadableBy(principal.agent, interaction, true));
}
