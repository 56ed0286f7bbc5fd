import type { ChannelSender } from './drivers/driver.ts';
import { GraphClient } from './drivers/whatsapp/graph-client.ts';
import type { ChannelConfig } from './engine/config.ts';
import type { Log } from './log.ts';

/** The way out of each channel; one without access token only receives, and the log says so. */
export function channelSenders(
  channels: readonly ChannelConfig[],
  log: Log,
): (channel: string) => ChannelSender | undefined {
  const senders = new Map<string, ChannelSender>();
  for (const { name, graphUrl, apiVersion, accessToken, phoneNumberIds } of channels) {
    if (accessToken) senders.set(name, new GraphClient({ graphUrl, apiVersion, phoneNumberIds, accessToken }));
    else log.warn({ channel: name }, 'this channel only receives, since it has no access-token');
  }
  return (channel) => senders.get(channel);
}
