import type { ServerConfig } from '#shared/options/server-config.ts';
import type { EngineConfig } from '../engine/config.ts';
import type { WebhookChannelConfig } from './config.ts';
import type { DeskSettings } from './desk-settings.ts';
import { privilegesByAgent } from './privileges.ts';
import type { Secrets } from './secrets.ts';

/** The channels with their secrets (API-3). */
export function webhookChannels({ channels }: ServerConfig, secrets: Secrets): readonly WebhookChannelConfig[] {
  return channels.map((channel) => {
    const section = `channel-${channel.name}`;
    return {
      name: channel.name,
      displayName: channel.displayName,
      mediaType: channel.mediaType,
      displayNumber: channel.displayNumber,
      phoneNumberIds: channel.phoneNumberIds,
      businessAccountIds: channel.businessAccountIds,
      queue: channel.queue,
      allowList: channel.allowList,
      optInRequired: channel.optInRequired,
      stopWords: channel.stopWords,
      startWords: channel.startWords,
      graphUrl: channel.graphUrl,
      apiVersion: channel.apiVersion,
      templateRefreshSeconds: channel.templateRefreshSeconds,
      appSecret: secrets.resolve(section, 'app-secret', channel.appSecret),
      verifyToken: secrets.resolve(section, 'verify-token', channel.verifyToken),
      accessToken: secrets.resolve(section, 'access-token', channel.accessToken),
    };
  });
}

/** What the engine wants to know of the option files. */
export function engineConfig(
  config: ServerConfig,
  channels: EngineConfig['channels'],
  desk: DeskSettings,
  responses: EngineConfig['responses'],
): EngineConfig {
  const { notReadyReasonMandatory, ...lifecycle } = config.lifecycle;
  return {
    serverName: config.server.name,
    channels,
    queues: config.queues,
    agents: config.agents.map(({ name, displayName, groups, skills, capacityRule }) => ({
      name,
      displayName,
      groups,
      skills,
      capacityRule,
    })),
    grants: privilegesByAgent(config.roles, config.agents),
    capacityRules: config.capacityRules,
    lifecycle,
    dispositions: desk.dispositions.map(({ value }) => value),
    dispositionMandatory: desk.dispositionMandatory,
    dispositionKey: desk.dispositionKey,
    notReadyReasonMandatory,
    maxTextBytes: desk.maxTextBytes,
    outboundChannels: desk.outboundChannels,
    responses,
  };
}
