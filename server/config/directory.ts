import type { ServerConfig } from '#shared/options/server-config.ts';
import type { Directory } from '#shared/protocol/directory.ts';
import { DEFAULT_QUEUE } from '../engine/config.ts';
import type { DeskSettings } from './desk-settings.ts';

/** What every desk needs to know of the configuration. */
export function directoryOf(config: ServerConfig, desk: DeskSettings): Directory {
  const named = ({ name, displayName }: { readonly name: string; readonly displayName: string }) => ({
    name,
    displayName,
  });
  const queues = config.queues.map(named);
  const usesDefault = config.channels.some((channel) => channel.queue === null);
  if (usesDefault && !queues.some((queue) => queue.name === DEFAULT_QUEUE)) {
    queues.push({ name: DEFAULT_QUEUE, displayName: DEFAULT_QUEUE });
  }
  return {
    channels: config.channels.map(({ name, displayName, mediaType, displayNumber }) => ({
      name,
      displayName,
      mediaType,
      displayNumber,
    })),
    queues,
    agents: config.agents.map(named),
    dispositions: [...desk.dispositions],
    notReadyReasons: [...desk.notReadyReasons],
    businessAttributes: Object.fromEntries(config.businessAttributes.map(({ name, values }) => [name, [...values]])),
  };
}
