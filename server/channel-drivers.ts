import type { ChannelSender } from './drivers/driver.ts';
import { GraphClient } from './drivers/whatsapp/graph-client.ts';
import type { ChannelConfig } from './engine/config.ts';
import type { Log } from './log.ts';

/** What a client is made of, and the client; none without access token. */
interface Kept {
  readonly key: string;
  readonly sender: ChannelSender | undefined;
}

/**
 * The way out of each channel as it is configured at the moment of sending; one without access token only receives, and
 * the log says so. A client is kept until what it is made of changes.
 */
export function channelSenders(
  channels: () => readonly ChannelConfig[],
  log: Log,
): (channel: string) => ChannelSender | undefined {
  const kept = new Map<string, Kept>();
  const senderOf = (channel: ChannelConfig): ChannelSender | undefined => {
    const { name, graphUrl, apiVersion, accessToken, phoneNumberIds } = channel;
    const key = JSON.stringify([graphUrl, apiVersion, phoneNumberIds, accessToken?.reveal()]);
    const known = kept.get(name);
    if (known?.key === key) return known.sender;
    if (!accessToken) log.warn({ channel: name }, 'this channel only receives, since it has no access-token');
    const sender = accessToken && new GraphClient({ graphUrl, apiVersion, phoneNumberIds, accessToken });
    kept.set(name, { key, sender: sender ?? undefined });
    return sender ?? undefined;
  };
  for (const channel of channels()) senderOf(channel);
  return (name) => {
    const channel = channels().find((entry) => entry.name === name);
    return channel && senderOf(channel);
  };
}
