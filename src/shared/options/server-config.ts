import type { OptionDiagnostic } from './entry.ts';
import type { SecretReference } from './secrets.ts';
import type { SectionValues } from './section-reading.ts';
import type { serverKeys } from './server-keys.ts';
import type { simulatorKeys } from './simulator-keys.ts';

/** From `[server]`; an empty `publicUrl` is null, an empty file name ''. */
export type ServerSettings = SectionValues<typeof serverKeys>;

/** From `[lifecycle]`; durations in seconds. */
export interface LifecycleSettings {
  readonly offerSeconds: number;
  readonly maxMissed: number;
  readonly stickySeconds: number;
  readonly rejectPauseSeconds: number;
  readonly deskLostSeconds: number;
  readonly deskGraceSeconds: number;
  readonly freeMessageSeconds: number;
  readonly freeEntryPointSeconds: number;
  readonly endWhenWindowCloses: boolean;
  readonly noAnswerSeconds: number;
  readonly noAnswerArchiveSeconds: number;
  readonly notReadyReasonMandatory: boolean;
}

/** One who is named as `agent:NAME` or `group:NAME`. */
export interface Member {
  readonly kind: 'agent' | 'group';
  readonly name: string;
}

/** From `[channel-<name>]`. */
export interface ChannelSettings {
  readonly name: string;
  readonly displayName: string;
  readonly mediaType: string;
  /** The number as people write it; empty when not given. */
  readonly displayNumber: string;
  /** `*` among them takes any. */
  readonly phoneNumberIds: readonly string[];
  readonly businessAccountIds: readonly string[];
  readonly appSecret: SecretReference;
  readonly verifyToken: SecretReference | null;
  readonly accessToken: SecretReference | null;
  /** Without a closing slash. */
  readonly graphUrl: string;
  readonly apiVersion: string;
  readonly templateRefreshSeconds: number;
  /** A declared queue, or null for the default one. */
  readonly queue: string | null;
  readonly bindingDays: number;
  /** Empty: everybody. */
  readonly allowList: readonly Member[];
  readonly optInRequired: boolean;
  readonly stopWords: readonly string[];
  readonly startWords: readonly string[];
}

/** From `[queue-<name>]`. */
export interface QueueSettings {
  readonly name: string;
  readonly displayName: string;
  readonly channels: readonly string[];
  readonly languages: readonly string[];
  readonly keywords: readonly string[];
  readonly priority: number;
  readonly skills: readonly string[];
  readonly agents: readonly string[];
  readonly groups: readonly string[];
  readonly overflow: { readonly queue: string; readonly afterSeconds: number } | null;
  readonly outboundSessionConfig: string;
}

/** How an agent proves who they are; plain only in trial mode. */
export type AgentCredential =
  | { readonly kind: 'hash'; readonly encoded: string }
  | { readonly kind: 'plain'; readonly password: SecretReference };

/** From `[agent-<name>]`. */
export interface AgentSettings {
  readonly name: string;
  readonly displayName: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Null: cannot log in with a password. */
  readonly credential: AgentCredential | null;
  readonly groups: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** A declared rule, or null. */
  readonly capacityRule: string | null;
}

/** From `[capacity-rule-<name>]`: how many of each media type at once. */
export interface CapacityRuleSettings {
  readonly name: string;
  readonly media: Readonly<Record<string, number>>;
}

/** From `[role-<name>]` (ROLE-1). */
export interface RoleSettings {
  readonly name: string;
  readonly members: readonly Member[];
  readonly privileges: readonly string[];
}

/** From `[business-attribute-<Name>]` (OPT-6), values in order of the file. */
export interface BusinessAttribute {
  readonly name: string;
  readonly values: readonly BusinessAttributeValue[];
}

export interface BusinessAttributeValue {
  readonly value: string;
  /** May hold `/` for a tree. */
  readonly displayName: string;
  readonly searchable: boolean;
  readonly sortable: boolean;
  readonly editable: boolean;
}

/** From `[simulator]`. */
export interface SimulatorSettings extends Omit<SectionValues<typeof simulatorKeys>, 'phoneNumbers'> {
  readonly phoneNumbers: readonly { readonly id: string; readonly number: string }[];
}

/** What the server and the simulator take from `application.ini`. */
export interface ServerConfig {
  readonly server: ServerSettings;
  readonly lifecycle: LifecycleSettings;
  readonly channels: readonly ChannelSettings[];
  readonly queues: readonly QueueSettings[];
  readonly agents: readonly AgentSettings[];
  readonly capacityRules: readonly CapacityRuleSettings[];
  /** Null: there is no role section, so access control is off (ROLE-1). */
  readonly roles: readonly RoleSettings[] | null;
  readonly businessAttributes: readonly BusinessAttribute[];
  /** Null without a `[simulator]` section. */
  readonly simulator: SimulatorSettings | null;
}

export interface ServerConfigReading {
  /** What is valid. To be used only when no diagnostic is `fatal`. */
  readonly config: ServerConfig;
  readonly diagnostics: readonly OptionDiagnostic[];
}
