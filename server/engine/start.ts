import { grantedTo, whatsAppObstacle } from '../rules/privileges.ts';
import { logOut } from './commands/agents.ts';
import { withdrawOffers } from './commands/offers.ts';
import type { RoutingMemory } from './commands/routing-memory.ts';
import { runDue } from './commands/tick.ts';
import { emptyFormerWorkbins } from './commands/workbins.ts';
import type { Unit } from './unit.ts';

/**
 * Brings what the last run left into order: no desk is connected yet, so the grace begins now for all that were, and
 * what they were offered goes back; what agents have in hand is counted anew; what became due meanwhile is done.
 */
export async function beginAnew(unit: Unit, memory: RoutingMemory): Promise<void> {
  const used = await countInHand(unit);
  for (const { status, deskLostAt } of unit.agents()) {
    const waitsForDesk = status.state !== 'logged-out' && deskLostAt === null;
    const capacity = { used: used.get(status.agent) ?? 0, allowed: status.capacity.allowed };
    unit.changeAgent(status.agent, { capacity }, waitsForDesk ? { deskLostAt: unit.now } : {});
    // Nobody can answer it now, and silence would count as missed.
    await withdrawOffers(unit, memory, status.agent, 'the server was started again');
  }
  await releaseFormerAgents(unit, memory);
  await runDue(unit, memory);
  unit.log.info({ agents: unit.agents().length, channels: unit.config.channels.length }, 'engine started');
}

/** Agents whose section was taken away are logged out and hold nothing any more: what they had goes back to its queue. */
export async function releaseFormerAgents(unit: Unit, memory: RoutingMemory): Promise<void> {
  const holders = (await unit.tables.interactions.holders()).map(({ agent }) => agent);
  for (const agent of new Set([...holders, ...unit.agentsAtWork()])) {
    if (unit.config.agents.some((section) => section.name === agent)) continue;
    await logOut(unit, memory, agent, `${agent} is no agent any more`);
  }
  await emptyFormerWorkbins(unit);
}

/** Takes back what rings at agents who may not take it any more (ROLE-1); what they have in hand stays theirs. */
export async function withdrawForbiddenOffers(unit: Unit, memory: RoutingMemory): Promise<void> {
  for (const { status } of unit.agents()) {
    const obstacle = whatsAppObstacle(grantedTo(unit.config.grants, status.agent));
    if (obstacle !== undefined) await withdrawOffers(unit, memory, status.agent, `${status.agent} ${obstacle}`);
  }
}

async function countInHand(unit: Unit): Promise<ReadonlyMap<string, number>> {
  const used = new Map<string, number>();
  for (const { agent, count } of await unit.tables.interactions.holders()) {
    used.set(agent, (used.get(agent) ?? 0) + count);
  }
  return used;
}
