import { hasPrivilege, WHATSAPP_PRIVILEGE, workItemPrivileges } from '#shared/options/privileges.ts';
import { ok, type Result, refuse } from '#shared/result.ts';

/** Privileges by agent; null while access control is off (ROLE-1). */
export type Grants = ReadonlyMap<string, readonly string[]> | null;

/** What an agent may; null means everything. An agent nobody knows may nothing while access control is on. */
export function grantedTo(grants: Grants, agent: string): readonly string[] | null {
  return grants && (grants.get(agent) ?? []);
}

/** Refused with `forbidden`, naming the first privilege that is missing. */
export function requireAll(granted: readonly string[] | null, privileges: readonly string[]): Result<null> {
  const missing = privileges.find((privilege) => !hasPrivilege(granted, privilege));
  if (missing === undefined) return ok(null);
  return refuse('forbidden', `This needs the privilege ${missing}. Ask your administrator for it.`);
}

/**
 * Why an agent cannot be offered WhatsApp interactions; undefined when they can. The work items' privileges count too:
 * their desk does not load the plug-in without all of them (ROLE-1), so an offer would ring where nobody sees it.
 */
export function whatsAppObstacle(granted: readonly string[] | null): string | undefined {
  const missing = [WHATSAPP_PRIVILEGE, ...workItemPrivileges].filter((name) => !hasPrivilege(granted, name));
  if (missing.length === 0) return undefined;
  return `lacks the ${missing.length === 1 ? 'privilege' : 'privileges'} ${missing.join(', ')}`;
}
