import { grantedTo, whatsAppObstacle } from '../../rules/privileges.ts';
import {
  type RoutedOffer,
  type RoutingAgent,
  type RoutingInput,
  type RoutingResult,
  route,
} from '../../rules/routing.ts';
import type { AgentRecord } from '../../storage/tables/agents.ts';
import { isConnected } from '../agent-roster.ts';
import type { Unit } from '../unit.ts';
import type { RoutingMemory } from './routing-memory.ts';

/** How far down a queue one pass looks. */
const DEPTH = 200;

/**
 * Offers what waits to who is free; the end of every command. Answers when time alone makes another look worthwhile.
 */
export async function routeWaiting(unit: Unit, memory: RoutingMemory): Promise<number | undefined> {
  const agents = unit.agents().map((record) => toRoutingAgent(unit, record));
  if (!agents.some((agent) => agent.state === 'ready' && agent.connected && agent.used < agent.allowed))
    return undefined;
  const waiting = await waitingCandidates(unit, memory);
  if (waiting.length === 0) return undefined;
  const { lifecycle, queues } = unit.config;
  const input: RoutingInput = {
    now: unit.now,
    queues,
    waiting,
    agents,
    stickySpan: lifecycle.stickySeconds * 1000,
    rejectPause: lifecycle.rejectPauseSeconds * 1000,
  };
  const result = route(input);
  for (const offer of result.offers) await recordOffer(unit, offer);
  logUnrouted(unit, result);
  return result.again;
}

async function waitingCandidates(unit: Unit, memory: RoutingMemory): Promise<RoutingInput['waiting']> {
  const { interactions } = await unit.flushed();
  const found: RoutingInput['waiting'][number][] = [];
  for (const queue of await interactions.queuesInUse()) {
    for (const row of await interactions.waiting(queue, DEPTH)) {
      found.push({ ...row, declined: memory.declinedOf(row.id) });
    }
  }
  return found;
}

function toRoutingAgent(unit: Unit, record: AgentRecord): RoutingAgent {
  const { status, idleSince } = record;
  const section = unit.config.agents.find((agent) => agent.name === status.agent);
  return {
    name: status.agent,
    state: status.state,
    connected: isConnected(record),
    used: status.capacity.used,
    allowed: status.capacity.allowed,
    idleSince: Math.max(idleSince, status.since),
    skills: section?.skills ?? [],
    groups: section?.groups ?? [],
    barred: whatsAppObstacle(grantedTo(unit.config.grants, status.agent)),
  };
}

async function recordOffer(unit: Unit, offer: RoutedOffer): Promise<void> {
  const { interactionId, agent, reasons, passedOver } = offer;
  const id = unit.ids.next();
  const deadline = unit.now + unit.config.lifecycle.offerSeconds * 1000;
  await unit.record(`interaction:${interactionId}`, {
    kind: 'interaction.offered',
    data: { id, agent, offeredAt: unit.now, deadline, reasons: [...reasons] },
  });
  unit.log.info({ interaction: interactionId, offer: id, agent, reasons, passedOver }, 'offered');
}

function logUnrouted(unit: Unit, result: RoutingResult): void {
  for (const { interactionId, passedOver } of result.unrouted) {
    unit.log.debug({ interaction: interactionId, passedOver }, 'nobody can be offered this now');
  }
}
