import type { Interaction, Offer } from '#shared/domain/interaction.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Unit } from '../unit.ts';
import type { RoutingMemory } from './routing-memory.ts';

type Outcome = 'rejected' | 'timed-out' | 'withdrawn';

/** The agent takes what they are offered; answers its id. Asked again, it answers as the first time. */
export async function acceptOffer(
  unit: Unit,
  memory: RoutingMemory,
  agent: string,
  offerId: string,
): Promise<Result<string>> {
  const { interactions } = await unit.flushed();
  const interaction = await interactions.byOffer(offerId);
  if (interaction?.offer?.agent !== agent) return acceptedBefore(unit, memory, agent, offerId);
  const data = { agent, offerId, reason: 'accepted' };
  await unit.record(`interaction:${interaction.id}`, { kind: 'interaction.assigned', data });
  unit.changeAgent(agent, { missedOffers: 0 });
  memory.accept(offerId, interaction.id);
  return ok(interaction.id);
}

async function acceptedBefore(
  unit: Unit,
  memory: RoutingMemory,
  agent: string,
  offerId: string,
): Promise<Result<string>> {
  const id = memory.acceptedAs(offerId);
  const interaction = id === undefined ? undefined : await unit.interaction(id);
  if (interaction?.agent === agent) return ok(interaction.id);
  return offerGone();
}

/** The agent rejects it or lets it pass: back to the head of its queue. */
export async function rejectOffer(
  unit: Unit,
  memory: RoutingMemory,
  agent: string,
  offerId: string,
  missed: boolean,
): Promise<Result<Record<string, never>>> {
  const { interactions } = await unit.flushed();
  const interaction = await interactions.byOffer(offerId);
  const offer = interaction?.offer;
  if (!interaction || offer?.agent !== agent) return offerGone();
  if (missed) await missOffer(unit, memory, { ...interaction, offer });
  else await endOffer(unit, memory, { ...interaction, offer }, 'rejected', `${agent} rejected it`);
  return ok({});
}

function offerGone() {
  return refuse('offer-gone', 'This offer has ended: it timed out or went to somebody else. Wait for the next one.');
}

/** Ends offers whose time is over; whoever let too many pass is made not ready (SRV-5). */
export async function endOverdueOffers(unit: Unit, memory: RoutingMemory): Promise<void> {
  const { interactions } = await unit.flushed();
  for (const overdue of await interactions.overdueOffers(unit.now)) {
    // Being made not ready ends an agent's other offers, which may be on this very list.
    const interaction = await unit.interaction(overdue.id);
    const offer = interaction?.offer;
    if (!interaction || !offer) continue;
    await missOffer(unit, memory, { ...interaction, offer });
  }
}

async function missOffer(
  unit: Unit,
  memory: RoutingMemory,
  interaction: Interaction & { readonly offer: Offer },
): Promise<void> {
  const { offeredAt, deadline, agent } = interaction.offer;
  const seconds = Math.round((Math.min(unit.now, deadline) - offeredAt) / 1000);
  await endOffer(unit, memory, interaction, 'timed-out', `no answer for ${seconds} s`);
  await countMissed(unit, memory, agent);
}

async function countMissed(unit: Unit, memory: RoutingMemory, agent: string): Promise<void> {
  const status = unit.agent(agent)?.status;
  if (!status) return;
  const missedOffers = status.missedOffers + 1;
  unit.changeAgent(agent, { missedOffers });
  if (missedOffers < unit.config.lifecycle.maxMissed || status.state !== 'ready') return;
  const reason = `${missedOffers} offers not answered`;
  unit.changeAgent(agent, { state: 'not-ready', reason, since: unit.now });
  unit.log.warn({ agent, missedOffers }, 'made not ready: offers were not answered');
  await withdrawOffers(unit, memory, agent, `${agent} was made not ready`);
}

/** Takes back everything the agent is offered. */
export async function withdrawOffers(unit: Unit, memory: RoutingMemory, agent: string, reason: string): Promise<void> {
  const { interactions } = await unit.flushed();
  for (const interaction of await interactions.visibleTo(agent)) {
    const { offer } = interaction;
    if (offer?.agent === agent) await endOffer(unit, memory, { ...interaction, offer }, 'withdrawn', reason);
  }
}

async function endOffer(
  unit: Unit,
  memory: RoutingMemory,
  interaction: Interaction & { readonly offer: Offer },
  outcome: Outcome,
  reason: string,
): Promise<void> {
  const { id, offer } = interaction;
  await unit.record(`interaction:${id}`, {
    kind: 'interaction.offer-ended',
    data: { offerId: offer.id, agent: offer.agent, outcome, reason },
  });
  if (outcome !== 'withdrawn') memory.decline(id, offer.agent, { outcome, at: unit.now });
  unit.log.info({ interaction: id, offer: offer.id, agent: offer.agent, outcome }, 'offer ended');
}
