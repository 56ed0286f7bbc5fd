/** What routing looks at: a picture of queues, waiting interactions and agents at one moment (SRV-5). */
export interface RoutingInput {
  readonly now: number;
  readonly queues: readonly RoutingQueue[];
  readonly waiting: readonly RoutingCandidate[];
  readonly agents: readonly RoutingAgent[];
  /** Milliseconds during which the agent who had the interaction last is asked first. */
  readonly stickySpan: number;
  /** Milliseconds before an agent is asked again for what they rejected. */
  readonly rejectPause: number;
}

export interface RoutingQueue {
  readonly name: string;
  readonly priority: number;
  readonly skills: readonly string[];
  /** Who serves it; with neither agents nor groups everyone who has the skills. */
  readonly agents: readonly string[];
  readonly groups: readonly string[];
}

export interface RoutingCandidate {
  readonly id: string;
  readonly queue: string;
  readonly queuedAt: number;
  readonly lastAgent: string | null;
  /** Agents who were offered it and did not take it, with when that ended. */
  readonly declined: Readonly<Record<string, Declined>>;
}

export interface Declined {
  readonly outcome: 'rejected' | 'timed-out';
  readonly at: number;
}

export interface RoutingAgent {
  readonly name: string;
  readonly state: 'ready' | 'not-ready' | 'after-work' | 'logged-out';
  /** A desk of theirs is connected. */
  readonly connected: boolean;
  readonly used: number;
  readonly allowed: number;
  readonly idleSince: number;
  readonly skills: readonly string[];
  readonly groups: readonly string[];
  /** Why they may be offered nothing at all, such as a privilege they lack (ROLE-1). */
  readonly barred?: string | undefined;
}

export interface RoutedOffer {
  readonly interactionId: string;
  readonly agent: string;
  /** Why this agent, in words for the agent and for supervisors. */
  readonly reasons: readonly string[];
  /** Why not the others. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly agent: string;
  readonly reason: string;
}

export interface UnroutedCandidate {
  readonly interactionId: string;
  readonly passedOver: readonly PassedOver[];
}

export interface RoutingResult {
  readonly offers: readonly RoutedOffer[];
  /** What nobody can be offered now. */
  readonly unrouted: readonly UnroutedCandidate[];
  /** When time alone may change the result: the end of a wait for the last agent or of a pause after a rejection. */
  readonly again: number | undefined;
}

interface Judged {
  readonly agent: RoutingAgent;
  readonly obstacle: string | undefined;
}

/**
 * Who is offered what now: queues by priority, longest waiting first; of the eligible agents the one who is idle
 * longest, then the one with fewest in hand. The last agent of a returning contact goes before all that for a while.
 */
export function route(input: RoutingInput): RoutingResult {
  const queues = new Map(input.queues.map((queue) => [queue.name, queue]));
  const agents = new Map(input.agents.map((agent) => [agent.name, agent]));
  const offers: RoutedOffer[] = [];
  const unrouted: UnroutedCandidate[] = [];
  let again: number | undefined;
  for (const candidate of inOrder(input.waiting, queues)) {
    const queue = queues.get(candidate.queue) ?? unknownQueue(candidate.queue);
    const choice = choose(input, queue, candidate, [...agents.values()]);
    if (choice.agent) {
      const { agent, reasons, passedOver } = choice;
      offers.push({ interactionId: candidate.id, agent: agent.name, reasons, passedOver });
      agents.set(agent.name, { ...agent, used: agent.used + 1, idleSince: input.now });
    } else {
      unrouted.push({ interactionId: candidate.id, passedOver: choice.passedOver });
      if (choice.again !== undefined) again = Math.min(again ?? choice.again, choice.again);
    }
  }
  return { offers, unrouted, again };
}

/** A queue whose section was taken away keeps its interactions, and anyone may take them. */
function unknownQueue(name: string): RoutingQueue {
  return { name, priority: 0, skills: [], agents: [], groups: [] };
}

function inOrder(
  waiting: readonly RoutingCandidate[],
  queues: ReadonlyMap<string, RoutingQueue>,
): readonly RoutingCandidate[] {
  const priority = (candidate: RoutingCandidate) => queues.get(candidate.queue)?.priority ?? 0;
  return [...waiting].sort(
    (a, b) => priority(b) - priority(a) || a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

type Choice =
  | { readonly agent: RoutingAgent; readonly reasons: readonly string[]; readonly passedOver: readonly PassedOver[] }
  | { readonly agent: undefined; readonly passedOver: readonly PassedOver[]; readonly again: number | undefined };

function choose(
  input: RoutingInput,
  queue: RoutingQueue,
  candidate: RoutingCandidate,
  agents: readonly RoutingAgent[],
): Choice {
  const judged = agents.map((agent) => ({ agent, obstacle: obstacleOf(input, queue, candidate, agent) }));
  const eligible = judged.filter((entry) => entry.obstacle === undefined).map((entry) => entry.agent);
  const sticky = stickyAgent(input, queue, candidate, agents);
  if (sticky.state === 'take') return chosen(sticky.agent, judged, [...queueReasons(queue), 'had this contact last']);
  if (sticky.state === 'wait') {
    const reason = `kept for ${sticky.agent.name}, who had this contact last`;
    return { agent: undefined, passedOver: passedOver(judged, sticky.agent.name, reason), again: sticky.until };
  }
  const best = [...eligible].sort(byTurn(candidate))[0];
  if (!best) {
    return { agent: undefined, passedOver: passedOver(judged, undefined, ''), again: endOfPause(input, candidate) };
  }
  const idle = Math.max(0, Math.round((input.now - best.idleSince) / 1000));
  const only = eligible.length === 1 ? 'only eligible agent' : `longest idle ${idle} s`;
  return chosen(best, judged, [...queueReasons(queue), only, `${best.used} of ${best.allowed} in hand`]);
}

/** Those who have not let it go by come first, then longest idle, then fewest in hand. */
function byTurn(candidate: RoutingCandidate): (a: RoutingAgent, b: RoutingAgent) => number {
  const declined = (agent: RoutingAgent) => (candidate.declined[agent.name] ? 1 : 0);
  return (a, b) =>
    declined(a) - declined(b) || a.idleSince - b.idleSince || a.used - b.used || (a.name < b.name ? -1 : 1);
}

function queueReasons(queue: RoutingQueue): readonly string[] {
  const skills = queue.skills.length > 0 ? [`skills ${queue.skills.join(', ')}`] : [];
  return [`queue ${queue.name}, priority ${queue.priority}`, ...skills];
}

function chosen(agent: RoutingAgent, judged: readonly Judged[], reasons: readonly string[]): Choice {
  return { agent, reasons, passedOver: passedOver(judged, agent.name, 'not first in turn') };
}

function passedOver(judged: readonly Judged[], except: string | undefined, otherwise: string): readonly PassedOver[] {
  return judged
    .filter((entry) => entry.agent.name !== except)
    .map((entry) => ({ agent: entry.agent.name, reason: entry.obstacle ?? otherwise }));
}

/** Why the agent cannot be offered this now; undefined when they can. */
function obstacleOf(
  input: RoutingInput,
  queue: RoutingQueue,
  candidate: RoutingCandidate,
  agent: RoutingAgent,
): string | undefined {
  const assignment = assignmentObstacle(queue, agent);
  if (assignment) return assignment;
  if (agent.barred !== undefined) return agent.barred;
  if (agent.state !== 'ready') return `is ${agent.state}`;
  if (!agent.connected) return 'has no desk connected';
  if (agent.allowed === 0) return 'has no capacity for messaging: no capacity rule is assigned';
  if (agent.used >= agent.allowed) return `has ${agent.used} of ${agent.allowed} in hand`;
  const declined = candidate.declined[agent.name];
  if (declined?.outcome === 'rejected' && input.now < declined.at + input.rejectPause) {
    return `rejected it ${Math.round((input.now - declined.at) / 1000)} s ago`;
  }
  return undefined;
}

function assignmentObstacle(queue: RoutingQueue, agent: RoutingAgent): string | undefined {
  const open = queue.agents.length === 0 && queue.groups.length === 0;
  const served = queue.agents.includes(agent.name) || agent.groups.some((group) => queue.groups.includes(group));
  if (!open && !served) return `does not serve queue ${queue.name}`;
  const missing = queue.skills.filter((skill) => !agent.skills.includes(skill));
  return missing.length > 0 ? `lacks skill ${missing.join(', ')}` : undefined;
}

type Sticky =
  | { readonly state: 'take'; readonly agent: RoutingAgent }
  | { readonly state: 'wait'; readonly agent: RoutingAgent; readonly until: number }
  | { readonly state: 'none' };

/**
 * SRV-4: to the last agent first. They are waited for only while they can be expected to become free soon: at work
 * with their hands full or finishing up, not in a break or gone, and not when they have just let it go by.
 */
function stickyAgent(
  input: RoutingInput,
  queue: RoutingQueue,
  candidate: RoutingCandidate,
  agents: readonly RoutingAgent[],
): Sticky {
  const until = candidate.queuedAt + input.stickySpan;
  const agent = agents.find((entry) => entry.name === candidate.lastAgent);
  if (!agent || input.now >= until || candidate.declined[agent.name]) return { state: 'none' };
  if (obstacleOf(input, queue, candidate, agent) === undefined) return { state: 'take', agent };
  const busy = agent.barred === undefined && isBusy(agent);
  const serves = assignmentObstacle(queue, agent) === undefined;
  return serves && agent.connected && busy ? { state: 'wait', agent, until } : { state: 'none' };
}

function isBusy(agent: RoutingAgent): boolean {
  return agent.state === 'after-work' || (agent.state === 'ready' && agent.allowed > 0);
}

function endOfPause(input: RoutingInput, candidate: RoutingCandidate): number | undefined {
  const ends = Object.values(candidate.declined)
    .filter((declined) => declined.outcome === 'rejected')
    .map((declined) => declined.at + input.rejectPause)
    .filter((end) => end > input.now);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
