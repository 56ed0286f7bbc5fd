import type { AgentStatus } from '#shared/domain/agent.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';
import { ok, type Result, refuse } from '#shared/result.ts';
import type { Unit } from '../unit.ts';
import { withdrawOffers } from './offers.ts';
import { requeue } from './queueing.ts';
import type { RoutingMemory } from './routing-memory.ts';
import { park, takeBackParked } from './workbins.ts';

/** A desk of the agent is there: logged in, not ready until they say so; after a short absence all as it was. */
export async function connectDesk(unit: Unit, agent: string): Promise<void> {
  const known = unit.agent(agent);
  const hasSection = unit.config.agents.some((section) => section.name === agent);
  if (!known || !hasSection) throw new Error(`agent ${agent} is in no section`);
  if (known.status.state !== 'logged-out') {
    unit.changeAgent(agent, {}, { deskLostAt: null });
    return;
  }
  const status: Partial<AgentStatus> = { state: 'not-ready', reason: '', since: unit.now, missedOffers: 0 };
  unit.changeAgent(agent, status, { deskLostAt: null, idleSince: unit.now });
  await takeBackParked(unit, agent);
  if (known.status.capacity.allowed === 0) {
    unit.log.warn(
      { agent },
      'this agent will be offered no messages: no capacity rule allows any. Set capacity-rule in the agent section',
    );
  }
}

/** The agent's last desk is gone; what they are offered is withdrawn, what they have waits for them. */
export async function disconnectDesk(unit: Unit, memory: RoutingMemory, agent: string): Promise<void> {
  const known = unit.agent(agent);
  if (!known || known.status.state === 'logged-out' || known.deskLostAt !== null) return;
  unit.changeAgent(agent, {}, { deskLostAt: unit.now });
  await withdrawOffers(unit, memory, agent, `the desk of ${agent} is not connected`);
}

/** Ready, not ready, after work. Whoever is not ready any more is offered nothing, not even what just rings. */
export async function setAgentState(
  unit: Unit,
  memory: RoutingMemory,
  agent: string,
  params: MethodParams<'agent.set-state'>,
): Promise<Result<AgentStatus>> {
  const known = unit.agent(agent);
  if (!known || known.status.state === 'logged-out') {
    return refuse('logged-out', `${agent} is not logged in on this server. Log in again, then change the state.`, true);
  }
  const { state, reason = '' } = params;
  if (state === 'not-ready' && reason === '' && unit.config.notReadyReasonMandatory) {
    return refuse('reason-required', 'Not Ready needs a reason here. Choose one and try again.');
  }
  const unchanged = known.status.state === state && known.status.reason === reason;
  if (!unchanged) unit.changeAgent(agent, { state, reason, since: unit.now });
  if (state === 'ready') unit.changeAgent(agent, { missedOffers: 0 });
  else await withdrawOffers(unit, memory, agent, `${agent} is not ready any more`);
  const status = unit.agent(agent)?.status ?? known.status;
  return ok(status);
}

/**
 * The agent goes: offers are withdrawn, open interactions go into a workbin of theirs, or without one back to the head of
 * their queue (SRV-6).
 */
export async function logOut(
  unit: Unit,
  memory: RoutingMemory,
  agent: string,
  reason: string,
  workbin?: string,
): Promise<void> {
  const known = unit.agent(agent);
  if (!known || known.status.state === 'logged-out') return;
  await withdrawOffers(unit, memory, agent, reason);
  const status: Partial<AgentStatus> = { state: 'logged-out', reason: '', since: unit.now, missedOffers: 0 };
  unit.changeAgent(agent, status, { deskLostAt: null });
  const { interactions } = await unit.flushed();
  for (const interaction of await interactions.visibleTo(agent)) {
    if (interaction.agent !== agent) continue;
    if (workbin === undefined) await requeue(unit, interaction, reason);
    else await park(unit, interaction, agent, workbin, reason);
  }
}

/** When an absent desk is given up: the time without a sign of it, then the grace. */
export function lossDeadline(unit: Pick<Unit, 'config'>, deskLostAt: number): number {
  const { deskLostSeconds, deskGraceSeconds } = unit.config.lifecycle;
  return deskLostAt + (deskLostSeconds + deskGraceSeconds) * 1000;
}

/** Logs out everyone whose desk has not come back in time. */
export async function giveUpLostDesks(unit: Unit, memory: RoutingMemory): Promise<void> {
  for (const { status, deskLostAt } of unit.agents()) {
    if (deskLostAt === null || lossDeadline(unit, deskLostAt) > unit.now) continue;
    unit.log.warn({ agent: status.agent }, 'the desk did not come back: open interactions go back to their queues');
    await logOut(unit, memory, status.agent, `the desk of ${status.agent} was lost`);
  }
}
