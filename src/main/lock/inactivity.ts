import type { AgentStatus } from '#shared/domain/agent.ts';

const MINUTE = 60_000;

export interface Idle {
  /** Milliseconds without keyboard or mouse, as the system says. */
  readonly idle: number;
  /** Milliseconds since this was looked at before: much more than planned after the computer slept. */
  readonly sinceLastLook: number;
}

/**
 * Whether nobody was there for `timeout` minutes (UI-12); 0 turns it off. Time asleep counts as well: the hand that wakes
 * the computer makes the system's idle time nought before it can be asked, and need not be the agent's.
 */
export function isInactive({ idle, sinceLastLook }: Idle, timeout: number): boolean {
  return timeout > 0 && Math.max(idle, sinceLastLook) >= timeout * MINUTE;
}

/** The state for an agent who is not there; undefined leaves the one they are in. */
export function stateWhenAway(
  status: Pick<AgentStatus, 'state'> | null,
  { wanted, reason }: { readonly wanted: boolean; readonly reason: string },
): { readonly state: 'not-ready'; readonly reason?: string } | undefined {
  // Whoever is not ready already has a reason of their own, and an agent after work is theirs to end.
  if (!wanted || status?.state !== 'ready') return undefined;
  return reason === '' ? { state: 'not-ready' } : { state: 'not-ready', reason };
}
