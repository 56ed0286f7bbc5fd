import type { ServerConfiguration } from '../../config/config.ts';
import type { WelcomeFacts } from './desk-connection.ts';

/** What a desk is told about its agent and the server; undefined for an agent the option files do not name. */
export function welcomeFacts(
  { profiles, privilegesOf, deskOptions, directory }: ServerConfiguration,
  serverVersion: string,
): (agent: string) => WelcomeFacts | undefined {
  return (agent) => {
    const profile = profiles.get(agent);
    if (!profile) return undefined;
    const { name, displayName, firstName, lastName, groups } = profile;
    const granted = privilegesOf(agent);
    return {
      agent: { name, displayName, firstName, lastName, groups: [...groups] },
      privileges: granted && [...granted],
      options: deskOptions,
      directory,
      serverVersion,
    };
  };
}
