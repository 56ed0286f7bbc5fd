import type { AgentSettings } from '#shared/options/server-config.ts';
import type { TrialAgent } from '#shared/protocol/login.ts';
import type { Credential } from '../auth/passwords.ts';
import type { AgentProfile } from './config.ts';
import type { Secrets } from './secrets.ts';

/** The agents as login knows them. */
export function agentProfiles(agents: readonly AgentSettings[], secrets: Secrets): readonly AgentProfile[] {
  return agents.map((agent) => {
    const { name, displayName, firstName, lastName, groups } = agent;
    const credential = credentialOf(agent, secrets);
    return { name, displayName, firstName, lastName, groups, ...(credential ? { credential } : {}) };
  });
}

function credentialOf({ name, credential }: AgentSettings, secrets: Secrets): Credential | undefined {
  if (!credential) return undefined;
  if (credential.kind === 'hash') return credential;
  const password = secrets.resolve(`agent-${name}`, 'password', credential.password)?.reveal();
  return password === undefined ? undefined : { kind: 'plain', password };
}

/** Whom the login page of trial mode offers: those whose sample password is known. */
export function trialAgents(
  agents: readonly AgentSettings[],
  profiles: readonly AgentProfile[],
): readonly TrialAgent[] {
  return profiles.flatMap(({ name, displayName, credential }) => {
    if (credential?.kind !== 'plain') return [];
    const groups = agents.find((agent) => agent.name === name)?.groups ?? [];
    return [{ name, displayName, groups: [...groups], password: credential.password }];
  });
}
