import { agentKeys, queueKeys } from './routing-keys.ts';
import { type Findings, readSection, type SectionGroup } from './section-reading.ts';
import type { AgentCredential, AgentSettings, CapacityRuleSettings, QueueSettings } from './server-config.ts';
import { isAgentName } from './server-names.ts';
import { parseInteger } from './value-numbers.ts';

const PASSWORD_HASH = /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/;
const CAPACITY = { min: 0, max: 1000 };

/** Reads `[queue-<name>]`. */
export function readQueue(name: string, group: SectionGroup, findings: Findings): QueueSettings {
  const { values } = readSection(queueKeys, group, findings);
  const { overflowQueue, overflowSeconds, ...rest } = values;
  return {
    ...rest,
    name,
    displayName: rest.displayName || name,
    overflow: overflowQueue === '' ? null : { queue: overflowQueue, afterSeconds: overflowSeconds },
  };
}

/** Reads `[agent-<name>]`; undefined when the name cannot be one. */
export function readAgent(
  name: string,
  group: SectionGroup,
  findings: Findings,
  trial: boolean,
): AgentSettings | undefined {
  if (!isAgentName(name)) {
    const message = `"${name}" cannot be an agent's name, since files are named after agents. Leave out \\ / : * ? " < > | and commas.`;
    findings.add(group, 'error', 'bad-name', message);
    return undefined;
  }
  const { values, place } = readSection(agentKeys, group, findings);
  const fullName = `${values.firstName} ${values.lastName}`.trim();
  let credential: AgentCredential | null = null;
  if (PASSWORD_HASH.test(values.passwordHash)) credential = { kind: 'hash', encoded: values.passwordHash };
  else if (values.passwordHash !== '') {
    const message = `password-hash of [${group.name}] is no argon2id hash, so ${name} cannot log in. It starts with $argon2id$v=19$.`;
    findings.add(place('password-hash'), 'error', 'bad-value', message);
  } else if (values.password && trial) {
    credential = { kind: 'plain', password: values.password };
    const message = `The password of ${name} stands in the file, which is for trial only. Use password-hash elsewhere.`;
    findings.add(place('password'), 'warning', 'plain-password', message);
  }
  if (values.password && !trial) {
    const message = `password of [${group.name}] counts in trial mode only. Put the argon2id hash into password-hash and remove it.`;
    findings.add(place('password'), 'error', 'plain-password', message);
  }
  return {
    name,
    displayName: values.displayName || fullName || name,
    firstName: values.firstName,
    lastName: values.lastName,
    credential,
    groups: values.groups,
    skills: values.skills,
    languages: values.languages,
    capacityRule: values.capacityRule === '' ? null : values.capacityRule,
  };
}

/** Reads `[capacity-rule-<name>]`: each key is a media type, or `voice`. A wrong number allows none of it. */
export function readCapacityRule(name: string, group: SectionGroup, findings: Findings): CapacityRuleSettings {
  const media: [string, number][] = [];
  for (const entry of group.entries) {
    const count = parseInteger(CAPACITY, entry.value);
    if (count.ok) media.push([entry.key, count.value]);
    else {
      const message = `${entry.key} of [${group.name}] cannot be "${entry.value.slice(0, 60)}". Write a whole number from 0 to 1000; until then it allows none.`;
      findings.add({ ...entry, column: entry.valueColumn }, 'error', 'bad-value', message);
    }
  }
  return { name, media: Object.fromEntries(media) };
}
