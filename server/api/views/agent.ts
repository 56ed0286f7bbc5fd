import { z } from 'zod';
import { type AgentStatus, agentStatusSchema } from '#shared/domain/agent.ts';
import { isoTime, isoTimeSchema } from './time.ts';

/** An agent's state as REST shows it. */
export const agentViewSchema = z.object({ ...agentStatusSchema.shape, since: isoTimeSchema });
export type AgentView = z.infer<typeof agentViewSchema>;

/** An agent as they are now: their state, and where they sit (UI-12). */
export const placedAgentSchema = agentViewSchema.extend({
  place: z.string().describe('Where the agent said to be at login; empty: not said, or logged out'),
});

export function viewAgent(status: AgentStatus): AgentView {
  return { ...status, since: isoTime(status.since) };
}

/** `place`: of the agent's login, which may outlast their desk. */
export function viewPlacedAgent(status: AgentStatus, place: string): z.infer<typeof placedAgentSchema> {
  return { ...viewAgent(status), place: status.state === 'logged-out' ? '' : place };
}
