import { assertNever } from '../assert.ts';
import { readBusinessAttribute, readRole } from './attribute-sections.ts';
import { readChannel } from './channel-section.ts';
import type { OptionReading } from './entry.ts';
import { MAIN_SECTION } from './metadata.ts';
import { readAgent, readCapacityRule, readQueue } from './routing-sections.ts';
import { Findings, groupSections, readSection, type SectionGroup } from './section-reading.ts';
import type {
  AgentSettings,
  BusinessAttribute,
  CapacityRuleSettings,
  ChannelSettings,
  LifecycleSettings,
  QueueSettings,
  RoleSettings,
  ServerConfigReading,
  ServerSettings,
  SimulatorSettings,
} from './server-config.ts';
import { lifecycleKeys, serverKeys } from './server-keys.ts';
import { isServerSection, nearestSection, splitSectionName } from './server-names.ts';
import { checkReferences, sectionsByName } from './server-references.ts';
import { simulatorKeys } from './simulator-keys.ts';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/i;

/**
 * Reads the server's sections of `application.ini` (OPT-2). `fatal`: the server must not start, because it could do
 * more than is meant. `error`: the value or section is left out, the rest is good. `warning`: it works, but look.
 * Reading errors of the file itself are not among them; a server treats those as fatal, since a line that could not be
 * read may have been a restriction.
 */
export function readServerConfig(
  reading: Pick<OptionReading, 'entries' | 'sections'>,
  { trial = false }: { readonly trial?: boolean } = {},
): ServerConfigReading {
  const findings = new Findings();
  const groups = groupSections(reading);
  const sections = sectionsByName(groups);
  const named = new NamedSections(findings, trial);
  for (const group of groups) named.read(group);
  const config = {
    server: readServer(sectionOr(sections, 'server'), findings),
    lifecycle: readLifecycle(sectionOr(sections, 'lifecycle'), findings),
    channels: named.channels,
    queues: named.queues,
    agents: named.agents,
    capacityRules: named.capacityRules,
    roles: named.roles,
    businessAttributes: named.businessAttributes,
    simulator: readSimulator(sections.get('simulator'), findings),
  };
  return { config: checkReferences(config, sections, findings), diagnostics: findings.list };
}

class NamedSections {
  readonly channels: ChannelSettings[] = [];
  readonly queues: QueueSettings[] = [];
  readonly agents: AgentSettings[] = [];
  readonly capacityRules: CapacityRuleSettings[] = [];
  readonly businessAttributes: BusinessAttribute[] = [];
  roles: RoleSettings[] | null = null;
  readonly #findings: Findings;
  readonly #trial: boolean;

  constructor(findings: Findings, trial: boolean) {
    this.#findings = findings;
    this.#trial = trial;
  }

  read(group: SectionGroup): void {
    const split = splitSectionName(group.name);
    if (!split) {
      this.#reportUnknown(group);
      return;
    }
    const { kind, name } = split;
    switch (kind) {
      case 'channel':
        add(this.channels, readChannel(name, group, this.#findings));
        break;
      case 'queue':
        add(this.queues, readQueue(name, group, this.#findings));
        break;
      case 'agent':
        add(this.agents, readAgent(name, group, this.#findings, this.#trial));
        break;
      case 'capacity-rule':
        add(this.capacityRules, readCapacityRule(name, group, this.#findings));
        break;
      case 'role':
        this.roles ??= [];
        add(this.roles, readRole(name, group, this.#findings));
        break;
      case 'business-attribute':
        add(this.businessAttributes, readBusinessAttribute(name, group, this.#findings));
        break;
      case 'standard-response':
        break;
      default:
        assertNever(kind);
    }
  }

  #reportUnknown(group: SectionGroup): void {
    if (group.name === MAIN_SECTION || group.name === 'include' || isServerSection(group.name)) return;
    const near = nearestSection(group.name);
    const hint = near === undefined ? '' : ` Did you mean [${near}]?`;
    // A role section that is not seen as one would turn access control off (ROLE-1).
    const fatal = near?.startsWith('role-') ?? false;
    const rest = fatal ? ' The server does not start before this is clear.' : '';
    const message = `[${group.name}] is no known section and is ignored.${hint}${rest}`;
    this.#findings.add(group, fatal ? 'fatal' : 'warning', 'unknown-section', message);
  }
}

function add<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

function sectionOr(sections: ReadonlyMap<string, SectionGroup>, name: string): SectionGroup {
  return sections.get(name) ?? { name, file: '', line: 0, entries: [] };
}

function readServer(group: SectionGroup, findings: Findings): ServerSettings {
  const { values, place } = readSection(serverKeys, group, findings);
  const hasCertificate = values.tlsCertificate !== '';
  if (hasCertificate !== (values.tlsKey !== '')) {
    const message = 'tls-certificate and tls-key of [server] belong together. Give both, or neither.';
    findings.add(place(hasCertificate ? 'tls-certificate' : 'tls-key'), 'fatal', 'incomplete-tls', message);
  } else if (!LOOPBACK.test(values.host) && !hasCertificate && !values.behindProxy) {
    const message = `host of [server] is ${values.host}, where others could read along. Give tls-certificate and tls-key, or say behind-proxy = true.`;
    findings.add(place('host'), 'fatal', 'needs-tls', message);
  }
  return values;
}

function readLifecycle(group: SectionGroup, findings: Findings): LifecycleSettings {
  const { freeMsgTimespan, freeEntryPointTimespan, ...rest } = readSection(lifecycleKeys, group, findings).values;
  return { ...rest, freeMessageSeconds: freeMsgTimespan, freeEntryPointSeconds: freeEntryPointTimespan };
}

function readSimulator(group: SectionGroup | undefined, findings: Findings): SimulatorSettings | null {
  if (!group) return null;
  const { values, place } = readSection(simulatorKeys, group, findings);
  const phoneNumbers: { id: string; number: string }[] = [];
  for (const text of values.phoneNumbers) {
    const [, id, number] = /^(\d+):(\d+)$/.exec(text) ?? [];
    if (id !== undefined && number !== undefined) phoneNumbers.push({ id, number });
    else {
      const message = `"${text}" is no business number. Write id:number, both in digits, such as 106540352242922:15550100199.`;
      findings.add(place('phone-numbers'), 'error', 'bad-value', message);
    }
  }
  return { ...values, phoneNumbers };
}
