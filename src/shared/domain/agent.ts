import { z } from 'zod';
import { nameSchema, timestampSchema } from './message.ts';

/** `logged-out` means no desk of this agent is connected or expected back. */
export const agentStateSchema = z.enum(['ready', 'not-ready', 'after-work', 'logged-out']);
export type AgentStateName = z.infer<typeof agentStateSchema>;

/** What others may know of an agent, and the agent of themselves. */
export const agentStatusSchema = z.object({
  agent: nameSchema,
  displayName: z.string(),
  state: agentStateSchema,
  /** Not-ready reason, or why the server changed the state; empty when there is none. */
  reason: z.string(),
  since: timestampSchema,
  capacity: z.object({ used: z.int().nonnegative(), allowed: z.int().nonnegative() }),
  /** Offers missed in a row (SRV-5: `max-missed`). */
  missedOffers: z.int().nonnegative(),
});
export type AgentStatus = z.infer<typeof agentStatusSchema>;
