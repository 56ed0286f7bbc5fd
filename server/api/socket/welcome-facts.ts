import type { Welcome } from '#shared/protocol/frames.ts';
import type { ServerConfiguration } from '../../config/config.ts';
import { grantedTo } from '../../rules/privileges.ts';

/** What of a welcome comes from the configuration, and is said again when it changes (OPT-3). */
export type ConfigurationFacts = Pick<Welcome, 'agent' | 'privileges' | 'options' | 'directory'>;

/** What of a welcome is the same for every connection of an agent. */
export type WelcomeFacts = ConfigurationFacts & Pick<Welcome, 'serverVersion'>;

/** What a desk is told about its agent and the server; undefined for an agent the option files do not name. */
export function welcomeFacts(
  { profiles, engine, deskOptions, directory }: ServerConfiguration,
  serverVersion: string,
  agent: string,
): WelcomeFacts | undefined {
  const profile = profiles.get(agent);
  if (!profile) return undefined;
  const { name, displayName, firstName, lastName, groups } = profile;
  const granted = grantedTo(engine.grants, agent);
  return {
    agent: { name, displayName, firstName, lastName, groups: [...groups] },
    privileges: granted && [...granted],
    options: deskOptions,
    directory,
    serverVersion,
  };
}
