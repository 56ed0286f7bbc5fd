import type { ChannelSender, TemplateProvider } from './drivers/driver.ts';
import { GraphClient } from './drivers/whatsapp/graph-client.ts';
import { TemplateClient } from './drivers/whatsapp/template-client.ts';
import type { ChannelConfig } from './engine/config.ts';
import type { Log } from './log.ts';

/** A channel's ways to its provider. */
export interface ChannelDriver {
  readonly sender: ChannelSender;
  readonly templates: TemplateProvider;
}

/** Undefined for a channel that only receives, or that is not there. */
export type DriverOf = (channel: string) => ChannelDriver | undefined;

/** What a driver is made of, and the driver; none without access token. */
interface Kept {
  readonly key: string;
  readonly driver: ChannelDriver | undefined;
}

/**
 * The driver of each channel as it is configured at the moment of use; one without access token only receives, and the
 * log says so. A driver is kept until what it is made of changes.
 */
export function channelDrivers(channels: () => readonly ChannelConfig[], log: Log): DriverOf {
  const kept = new Map<string, Kept>();
  const driverOf = (channel: ChannelConfig): ChannelDriver | undefined => {
    const { name, graphUrl, apiVersion, accessToken, phoneNumberIds } = channel;
    const key = JSON.stringify([graphUrl, apiVersion, phoneNumberIds, accessToken?.reveal()]);
    const known = kept.get(name);
    if (known?.key === key) return known.driver;
    if (!accessToken) log.warn({ channel: name }, 'this channel only receives, since it has no access-token');
    const graph = accessToken && { graphUrl, apiVersion, accessToken };
    const driver = graph
      ? {
          sender: new GraphClient({ ...graph, phoneNumberIds }),
          templates: new TemplateClient({ ...graph, channel: name }),
        }
      : undefined;
    kept.set(name, { key, driver });
    return driver;
  };
  for (const channel of channels()) driverOf(channel);
  return (name) => {
    const channel = channels().find((entry) => entry.name === name);
    return channel && driverOf(channel);
  };
}
