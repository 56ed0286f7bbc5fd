import type { AgentSettings, RoleSettings } from '#shared/options/server-config.ts';
import type { Grants } from '../rules/privileges.ts';

/**
 * Who may do what (ROLE-1): the privileges of all roles an agent or one of their groups is a member of. Without any
 * role section access control is off, which is null, not an empty list.
 */
export function privilegesByAgent(roles: readonly RoleSettings[] | null, agents: readonly AgentSettings[]): Grants {
  return roles && new Map(agents.map((agent) => [agent.name, privilegesOf(agent, roles)]));
}

function privilegesOf(agent: AgentSettings, roles: readonly RoleSettings[]): readonly string[] {
  const isMember = ({ members }: RoleSettings) =>
    members.some(({ kind, name }) => (kind === 'agent' ? name === agent.name : agent.groups.includes(name)));
  return [...new Set(roles.filter(isMember).flatMap((role) => role.privileges))].sort();
}
