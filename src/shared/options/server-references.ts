import type { OptionEntry } from './entry.ts';
import { nearestName } from './nearest.ts';
import type { Findings, groupSections, SectionGroup } from './section-reading.ts';
import type { AgentSettings, ChannelSettings, QueueSettings, RoleSettings, ServerConfig } from './server-config.ts';

type Groups = ReadonlyMap<string, SectionGroup>;

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
  readonly #queues: readonly string[];
  readonly #agents: readonly string[];
  readonly #groups: readonly string[];

  constructor(config: ServerConfig, sections: Groups, findings: Findings) {
    this.#config = config;
    this.#sections = sections;
    this.#findings = findings;
    this.#queues = config.queues.map((queue) => queue.name);
    this.#agents = config.agents.map((agent) => agent.name);
    this.#groups = [...new Set(config.agents.flatMap((agent) => agent.groups))];
  }

  /** A number belongs to one channel: the first that names it. */
  channels(): readonly ChannelSettings[] {
    const owners = new Map<string, string>();
    return this.#config.channels.flatMap((channel) => {
      const section = `channel-${channel.name}`;
      for (const id of channel.phoneNumberIds) {
        const owner = owners.get(id);
        if (owner !== undefined && id !== '*') {
          const message = `Number ${id} belongs to channel ${owner} already, so [${section}] is not used. Give each channel its own number.`;
          this.#findings.add(this.#place(section, 'phone-number-id'), 'error', 'repeated-number', message);
          return [];
        }
        owners.set(id, channel.name);
      }
      for (const { kind, name } of channel.allowList) this.#member(section, 'allow-list', kind, name);
      const known = channel.queue === null || this.#known(section, 'queue', 'queue', channel.queue, 'error');
      return [known ? channel : { ...channel, queue: null }];
    });
  }

  queue(queue: QueueSettings): QueueSettings {
    const section = `queue-${queue.name}`;
    const channels = this.#config.channels.map((channel) => channel.name);
    for (const name of queue.channels) this.#warn(section, 'channels', 'channel', name, channels);
    for (const name of queue.agents) this.#warn(section, 'agents', 'agent', name, this.#agents);
    for (const name of queue.groups) this.#warn(section, 'groups', 'group', name, this.#groups);
    if (queue.overflow === null) return queue;
    if (queue.overflow.queue === queue.name) {
      const message = `[${section}] overflows into itself, which changes nothing. Name another queue.`;
      this.#findings.add(this.#place(section, 'overflow-queue'), 'error', 'unknown-queue', message);
      return { ...queue, overflow: null };
    }
    return this.#known(section, 'overflow-queue', 'queue', queue.overflow.queue, 'error')
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
    const rules = this.#config.capacityRules.map((rule) => rule.name);
    if (rules.includes(agent.capacityRule)) return agent;
    this.#unknown(section, 'capacity-rule', 'capacity-rule', agent.capacityRule, rules, 'error');
    return { ...agent, capacityRule: null };
  }

  role(role: RoleSettings): RoleSettings {
    for (const { kind, name } of role.members) this.#member(`role-${role.name}`, 'members', kind, name);
    return role;
  }

  #member(section: string, key: string, kind: 'agent' | 'group', name: string): void {
    this.#warn(section, key, kind, name, kind === 'agent' ? this.#agents : this.#groups);
  }

  #warn(section: string, key: string, what: string, name: string, known: readonly string[]): void {
    if (!known.includes(name)) this.#unknown(section, key, what, name, known, 'warning');
  }

  #known(section: string, key: string, what: string, name: string, severity: 'error' | 'warning'): boolean {
    if (this.#queues.includes(name)) return true;
    this.#unknown(section, key, what, name, this.#queues, severity);
    return false;
  }

  #unknown(
    section: string,
    key: string,
    what: string,
    name: string,
    known: readonly string[],
    severity: 'error' | 'warning',
  ): void {
    const near = nearestName(name, known);
    const hint = near === undefined ? `Declare it, or correct ${key}.` : `Did you mean ${near}?`;
    const message = `${key} of [${section}] names the ${what} ${name}, which is not declared. ${hint}`;
    this.#findings.add(this.#place(section, key), severity, `unknown-${what}`, message);
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
