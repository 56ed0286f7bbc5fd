import { z } from 'zod';
import { type AgentStatus, agentStatusSchema } from '#shared/domain/agent.ts';
import { isoTime, isoTimeSchema } from './time.ts';

/** An agent's state as REST shows it. */
export const agentViewSchema = z.object({ ...agentStatusSchema.shape, since: isoTimeSchema });
export type AgentView = z.infer<typeof agentViewSchema>;

export function viewAgent(status: AgentStatus): AgentView {
  return { ...status, since: isoTime(status.since) };
}
