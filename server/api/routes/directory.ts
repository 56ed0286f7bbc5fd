import { z } from 'zod';
import type { AgentStatus } from '#shared/domain/agent.ts';
import { nameSchema } from '#shared/domain/message.ts';
import type { Directory } from '#shared/protocol/directory.ts';
import { ok } from '#shared/result.ts';
import type { Queries } from '../queries.ts';
import { type Route, securedRoute } from '../route.ts';
import { placedAgentSchema, viewPlacedAgent } from '../views/agent.ts';
import { isoTimeOrNull, isoTimeSchema } from '../views/time.ts';

export interface DirectoryRoutesOptions {
  readonly queries: Queries;
  readonly directory: () => Directory;
  readonly agentStatus: (agent: string) => AgentStatus;
  /** Where those who are logged in said to be. */
  readonly places: () => Promise<ReadonlyMap<string, string>>;
}

const queueViewSchema = z.object({
  name: nameSchema,
  displayName: z.string(),
  waiting: z.int().describe('Interactions nobody is asked to take at the moment'),
  oldestSince: isoTimeSchema.nullable().describe('When the first of them was queued'),
});

/** Queues and agents as they are now. */
export function directoryRoutes(options: DirectoryRoutesOptions): readonly Route[] {
  return [queuesRoute(options), agentsRoute(options)];
}

function queuesRoute({ queries, directory }: DirectoryRoutesOptions): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/queues',
    summary: 'The queues and what waits in them',
    response: z.object({ items: z.array(queueViewSchema) }),
    handle: async () => {
      const loads = new Map((await queries.queueLoads()).map((load) => [load.queue, load]));
      const known = directory().queues;
      // A queue that was taken out of the option files still holds what was put in.
      const others = [...loads.keys()].filter((name) => !known.some((queue) => queue.name === name));
      const all = [...known, ...others.map((name) => ({ name, displayName: name }))];
      const items = all.map(({ name, displayName }) => {
        const load = loads.get(name);
        return {
          name,
          displayName,
          waiting: load?.waiting ?? 0,
          oldestSince: isoTimeOrNull(load?.oldestSince ?? null),
        };
      });
      return ok({ items });
    },
  });
}

function agentsRoute({ directory, agentStatus, places }: DirectoryRoutesOptions): Route {
  return securedRoute({
    method: 'GET',
    path: '/api/v1/agents',
    summary: 'The agents, their states and places',
    response: z.object({ items: z.array(placedAgentSchema) }),
    async handle() {
      const where = await places();
      const items = directory().agents.map(({ name }) => viewPlacedAgent(agentStatus(name), where.get(name) ?? ''));
      return ok({ items });
    },
  });
}
