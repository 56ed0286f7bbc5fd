import type { OptionEntry, OptionSeverity } from './entry.ts';
import { nearestName } from './nearest.ts';
import { privilegeNames } from './privileges.ts';
import type { Findings, groupSections, SectionGroup } from './section-reading.ts';
import type { AgentSettings, ChannelSettings, QueueSettings, RoleSettings, ServerConfig } from './server-config.ts';

type Groups = ReadonlyMap<string, SectionGroup>;
type Kind = 'queue' | 'channel' | 'agent' | 'group' | 'capacity-rule' | 'privilege';

/** Looking for the nearest name costs a comparison with every name. */
const MOST_HINTS = 50;

/** Checks that what sections name is there, and takes out what would lead nowhere (no interaction without an owner). */
export function checkReferences(config: ServerConfig, sections: Groups, findings: Findings): ServerConfig {
  const checks = new ReferenceChecks(config, sections, findings);
  return {
    ...config,
    channels: checks.channels(),
    queues: config.queues.map((queue) => checks.queue(queue)),
    agents: config.agents.map((agent) => checks.agent(agent)),
    roles: config.roles?.map((role) => checks.role(role)) ?? null,
  };
}

class ReferenceChecks {
  readonly #config: ServerConfig;
  readonly #sections: Groups;
  readonly #findings: Findings;
  readonly #names: Readonly<Record<Kind, ReadonlySet<string>>>;
  #hints = 0;

  constructor(config: ServerConfig, sections: Groups, findings: Findings) {
    this.#config = config;
    this.#sections = sections;
    this.#findings = findings;
    this.#names = {
      queue: new Set(config.queues.map((queue) => queue.name)),
      channel: new Set(config.channels.map((channel) => channel.name)),
      agent: new Set(config.agents.map((agent) => agent.name)),
      group: new Set(config.agents.flatMap((agent) => agent.groups)),
      'capacity-rule': new Set(config.capacityRules.map((rule) => rule.name)),
      privilege: new Set(privilegeNames(config.channels.map((channel) => channel.name))),
    };
  }

  /** A number belongs to one channel: the first that names it. */
  channels(): readonly ChannelSettings[] {
    const owners = new Map<string, string>();
    return this.#config.channels.flatMap((channel) => {
      const section = `channel-${channel.name}`;
      for (const id of channel.phoneNumberIds) {
        const owner = owners.get(id);
        if (owner !== undefined && owner !== channel.name && id !== '*') {
          const message = `Number ${id} belongs to channel ${owner} already, so [${section}] is not used. Give each channel its own number.`;
          this.#findings.add(this.#place(section, 'phone-number-id'), 'error', 'repeated-number', message);
          return [];
        }
        owners.set(id, channel.name);
      }
      for (const { kind, name } of channel.allowList) this.#isKnown(section, 'allow-list', kind, name);
      const known = channel.queue === null || this.#isKnown(section, 'queue', 'queue', channel.queue, 'error');
      return [known ? channel : { ...channel, queue: null }];
    });
  }

  queue(queue: QueueSettings): QueueSettings {
    const section = `queue-${queue.name}`;
    for (const name of queue.channels) this.#isKnown(section, 'channels', 'channel', name);
    for (const name of queue.agents) this.#isKnown(section, 'agents', 'agent', name);
    for (const name of queue.groups) this.#isKnown(section, 'groups', 'group', name);
    if (queue.overflow === null) return queue;
    if (queue.overflow.queue === queue.name) {
      const message = `[${section}] overflows into itself, which changes nothing. Name another queue.`;
      this.#findings.add(this.#place(section, 'overflow-queue'), 'error', 'unknown-queue', message);
      return { ...queue, overflow: null };
    }
    return this.#isKnown(section, 'overflow-queue', 'queue', queue.overflow.queue, 'error')
      ? queue
      : { ...queue, overflow: null };
  }

  agent(agent: AgentSettings): AgentSettings {
    const section = `agent-${agent.name}`;
    if (agent.capacityRule === null) {
      const message = `${agent.name} has no capacity-rule and will be offered no messages. Name a [capacity-rule-*] section.`;
      this.#findings.add(this.#place(section, 'capacity-rule'), 'warning', 'no-capacity-rule', message);
      return agent;
    }
    const known = this.#isKnown(section, 'capacity-rule', 'capacity-rule', agent.capacityRule, 'error');
    return known ? agent : { ...agent, capacityRule: null };
  }

  role(role: RoleSettings): RoleSettings {
    for (const { kind, name } of role.members) this.#isKnown(`role-${role.name}`, 'members', kind, name);
    for (const name of role.privileges) this.#checkPrivilege(`role-${role.name}`, name);
    return role;
  }

  #isKnown(section: string, key: string, kind: Kind, name: string, severity: OptionSeverity = 'warning'): boolean {
    if (this.#names[kind].has(name)) return true;
    const near = this.#nearest(name, kind);
    const hint = near === undefined ? `Declare it, or correct ${key}.` : `Did you mean ${near}?`;
    const message = `${key} of [${section}] names the ${kind} ${name}, which is not declared. ${hint}`;
    this.#findings.add(this.#place(section, key), severity, `unknown-${kind}`, message);
    return false;
  }

  /** A misspelt privilege grants nothing, and nobody would know why. */
  #checkPrivilege(section: string, name: string): void {
    if (this.#names.privilege.has(name)) return;
    const near = this.#nearest(name, 'privilege');
    const hint = near === undefined ? 'Correct it, or remove the line.' : `Did you mean ${near}?`;
    const message = `${name} of [${section}] is no privilege, so this line grants nothing. ${hint}`;
    this.#findings.add(this.#place(section, name), 'warning', 'unknown-privilege', message);
  }

  #nearest(name: string, kind: Kind): string | undefined {
    this.#hints += 1;
    return this.#hints > MOST_HINTS ? undefined : nearestName(name, this.#names[kind]);
  }

  #place(section: string, key: string): OptionEntry | SectionGroup {
    const group = this.#sections.get(section);
    if (!group) throw new Error(`Section ${section} is checked but was not read`);
    return group.entries.find((entry) => entry.key === key) ?? group;
  }
}

/** Sections by their names. */
export function sectionsByName(groups: ReturnType<typeof groupSections>): Groups {
  return new Map(groups.map((group) => [group.name, group]));
}
