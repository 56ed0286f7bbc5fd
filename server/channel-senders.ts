import type { ChannelSender } from './drivers/driver.ts';
import { GraphClient } from './drivers/whatsapp/graph-client.ts';
import type { ChannelConfig } from './engine/config.ts';
import type { Log } from './log.ts';

/** Takes any number, so it names none to send from. */
const ANY_NUMBER = '*';

/** The way out of each channel; one without access token or number of its own only receives, and the log says so. */
export function channelSenders(
  channels: readonly ChannelConfig[],
  log: Log,
): (channel: string) => ChannelSender | undefined {
  const senders = new Map<string, ChannelSender>();
  for (const { name, graphUrl, apiVersion, accessToken, phoneNumberIds } of channels) {
    const phoneNumberId = phoneNumberIds.find((id) => id !== ANY_NUMBER);
    if (accessToken && phoneNumberId !== undefined) {
      senders.set(name, new GraphClient({ graphUrl, apiVersion, phoneNumberId, accessToken }));
    } else
      log.warn({ channel: name }, 'this channel has no access-token, or no phone-number-id but *: it only receives');
  }
  return (channel) => senders.get(channel);
}
