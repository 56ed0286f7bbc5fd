import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { ServerSettings } from '#shared/options/server-config.ts';
import type { Directory } from '#shared/protocol/directory.ts';
import type { ServerOptions } from '#shared/protocol/frames.ts';
import type { TrialAgent } from '#shared/protocol/login.ts';
import type { AgentAccount } from '../auth/authenticator.ts';
import type { ChannelConfig, EngineConfig, Secret } from '../engine/config.ts';

/** A channel with what its webhooks need (API-3). */
export interface WebhookChannelConfig extends ChannelConfig {
  readonly verifyToken: Secret | null;
}

/** PEM texts of `tls-certificate` and `tls-key`. */
export interface TlsConfig {
  readonly certificate: string;
  readonly key: string;
}

/** An agent as login and the welcome frame know them. */
export interface AgentProfile extends AgentAccount {
  readonly firstName: string;
  readonly lastName: string;
  readonly groups: readonly string[];
}

/** The option folder as the parts of the server want it: checked, references resolved, secrets behind functions. */
export interface ServerConfiguration {
  readonly server: ServerSettings;
  readonly tls: TlsConfig | undefined;
  readonly engine: EngineConfig;
  readonly webhookChannels: readonly WebhookChannelConfig[];
  readonly profiles: ReadonlyMap<string, AgentProfile>;
  readonly directory: Directory;
  /** The standard response library (UI-6). */
  readonly responses: readonly StandardResponse[];
  /** What desks are told to follow. */
  readonly deskOptions: ServerOptions;
  /** Empty but in trial mode. */
  readonly trialAgents: readonly TrialAgent[];
}
