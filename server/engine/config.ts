import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { Member } from '#shared/options/server-config.ts';
import type { Grants } from '../rules/privileges.ts';

/** A secret that cannot be printed by accident: logs and diagnostics of an object that holds it show a function. */
export interface Secret {
  reveal(): string;
}

/** One business number, from `[channel-<name>]` (API-3). */
export interface ChannelConfig {
  readonly name: string;
  readonly displayName: string;
  /** What capacity rules count: `whatsappsession`. */
  readonly mediaType: string;
  /** The business number as people write it; empty when unknown. */
  readonly displayNumber: string;
  /** The provider's ids of the number; `*` accepts any. The first is the one messages are sent from. */
  readonly phoneNumberIds: readonly string[];
  /** Business accounts whose webhooks are meant for this channel; `*`, or none, accepts any. */
  readonly businessAccountIds: readonly string[];
  /** Where customers who write are queued, unless a queue's keywords say otherwise. */
  readonly queue: string | null;
  readonly graphUrl: string;
  readonly apiVersion: string;
  /** How often its templates are read anew by themselves (WA-4). */
  readonly templateRefreshSeconds: number;
  readonly accessToken: Secret | null;
  /** Two channels with the same secret are numbers of one app, which has one webhook address. */
  readonly appSecret: Secret | null;
  /** Who may start sessions; empty: everybody (SRV-5). */
  readonly allowList: readonly Member[];
  /** Only a contact whose consent is recorded is written to unasked (WA-9). */
  readonly optInRequired: boolean;
  /** Whole messages by which customers say that they want no more of it, and that they do again. */
  readonly stopWords: readonly string[];
  readonly startWords: readonly string[];
}

/** From `[queue-<name>]` (SRV-5). */
export interface QueueConfig {
  readonly name: string;
  readonly displayName: string;
  /** Higher goes first. */
  readonly priority: number;
  /** Channels it takes customers of; empty means any that name it. */
  readonly channels: readonly string[];
  /** Words in a customer's first message that choose this queue before the channel's own. */
  readonly keywords: readonly string[];
  /** All of these are needed to be offered from here. */
  readonly skills: readonly string[];
  /** Who serves it, beside `groups`; when both are empty, every agent with the skills. */
  readonly agents: readonly string[];
  readonly groups: readonly string[];
  readonly overflow: { readonly queue: string; readonly afterSeconds: number } | null;
  /** Attached to each interaction queued here (SRV-9); empty for none. */
  readonly outboundSessionConfig: string;
}

/** From `[agent-<name>]`, without anything about logging in. */
export interface AgentConfig {
  readonly name: string;
  readonly displayName: string;
  readonly groups: readonly string[];
  readonly skills: readonly string[];
  /** Name of a `[capacity-rule-<name>]`; none means no messaging at all (SRV-5). */
  readonly capacityRule: string | null;
}

/** From `[capacity-rule-<name>]`: how many interactions of each media type at once. */
export interface CapacityRuleConfig {
  readonly name: string;
  readonly media: Readonly<Record<string, number>>;
}

/** From `[lifecycle]` (SRV-4); durations in seconds. */
export interface LifecycleConfig {
  readonly offerSeconds: number;
  /** Offers missed in a row that make an agent not ready. */
  readonly maxMissed: number;
  readonly stickySeconds: number;
  /** An agent who rejected an interaction is not asked for it again before that. */
  readonly rejectPauseSeconds: number;
  /** No sign of an agent's desk for this long, then this grace: open interactions go back to their queue (SRV-6). */
  readonly deskLostSeconds: number;
  readonly deskGraceSeconds: number;
  readonly freeMessageSeconds: number;
  readonly freeEntryPointSeconds: number;
  readonly endWhenWindowCloses: boolean;
  /** A session the business began: unanswered for this long its agent is told, after that it is archived. */
  readonly noAnswerSeconds: number;
  readonly noAnswerArchiveSeconds: number;
}

/** Everything the engine wants to know of the option files. */
export interface EngineConfig {
  /** Attached to interactions as the server that took them (SRV-9). */
  readonly serverName: string;
  readonly channels: readonly ChannelConfig[];
  readonly queues: readonly QueueConfig[];
  readonly agents: readonly AgentConfig[];
  /** What each of them may do (ROLE-1). */
  readonly grants: Grants;
  readonly capacityRules: readonly CapacityRuleConfig[];
  readonly lifecycle: LifecycleConfig;
  /** Values an agent may choose at Done; empty accepts any. */
  readonly dispositions: readonly string[];
  readonly dispositionMandatory: boolean;
  /** Key of attached data under which the chosen one is kept as well. */
  readonly dispositionKey: string;
  readonly notReadyReasonMandatory: boolean;
  /** Bytes of UTF-8 an outbound text may have, as the administrator says; the channel's own limit counts as well. */
  readonly maxTextBytes: number;
  /** The standard response library: which file a notification comes with is known from it (ROLE-1). */
  readonly responses: readonly StandardResponse[];
  /** Channels on which sessions may be started where the contact's interactions do not say it; null: all. */
  readonly outboundChannels: readonly string[] | null;
}

export const defaultLifecycle: LifecycleConfig = {
  offerSeconds: 30,
  maxMissed: 3,
  stickySeconds: 60,
  rejectPauseSeconds: 30,
  deskLostSeconds: 60,
  deskGraceSeconds: 120,
  freeMessageSeconds: 86_400,
  freeEntryPointSeconds: 259_200,
  endWhenWindowCloses: false,
  noAnswerSeconds: 86_400,
  noAnswerArchiveSeconds: 86_400,
};

/** The queue of customers on a channel that names none: kept, and served by every agent. */
export const DEFAULT_QUEUE = 'default';

/** The media type every interaction of this version has. */
export const WHATSAPP_MEDIA = 'whatsappsession';
