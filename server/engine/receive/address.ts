import type { InboundBatch } from '../../drivers/driver.ts';
import type { ChannelConfig } from '../config.ts';

/**
 * The channel a part of a webhook belongs to, by the number it names; undefined when it is not meant for us. Numbers
 * of one app share one webhook address, so a part may be for another channel of the same app secret: the signature
 * vouches for that one as well. For no other: whoever knows one channel's secret must not speak for another.
 */
export function addressedChannel(
  channels: readonly ChannelConfig[],
  via: ChannelConfig,
  batch: InboundBatch,
): ChannelConfig | undefined {
  if (!acceptsAccount(via, batch.accountId)) return undefined;
  const { phoneNumberId } = batch;
  if (phoneNumberId === undefined) {
    const named = batch.items.some((item) => item.what !== 'notice');
    return named && !via.phoneNumberIds.includes('*') ? undefined : via;
  }
  const owner = siblingsOf(channels, via).find((channel) => channel.phoneNumberIds.includes(phoneNumberId));
  return owner ?? (via.phoneNumberIds.includes('*') ? via : undefined);
}

/** The channel, then the others of the same app. */
export function siblingsOf(channels: readonly ChannelConfig[], via: ChannelConfig): readonly ChannelConfig[] {
  return [via, ...channels.filter((channel) => channel.name !== via.name && ofSameApp(channel, via))];
}

function acceptsAccount(channel: ChannelConfig, accountId: string | undefined): boolean {
  const { businessAccountIds: ids } = channel;
  return accountId === undefined || ids.length === 0 || ids.includes('*') || ids.includes(accountId);
}

function ofSameApp(a: ChannelConfig, b: ChannelConfig): boolean {
  return a.appSecret !== null && b.appSecret !== null && a.appSecret.reveal() === b.appSecret.reveal();
}
