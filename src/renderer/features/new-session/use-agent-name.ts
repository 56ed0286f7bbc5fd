import { useDesk } from '../../state/hooks.ts';

/** An agent as people know them; null for none. */
export function useAgentName(agent: string | null): string | null {
  return useDesk(({ session }) => session.directory.agents.find(({ name }) => name === agent)?.displayName ?? agent);
}
