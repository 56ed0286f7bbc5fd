import { type ChannelConfig, DEFAULT_QUEUE, type QueueConfig } from '../engine/config.ts';

/** A queue and the words that say why it was chosen. */
export interface QueueChoice {
  readonly queue: string;
  readonly reason: string;
}

/**
 * Where a customer who writes is queued (SRV-5): a queue one of whose keywords is in the message, highest priority
 * first; else the queue the channel names; else one that lists the channel; else the default queue.
 */
export function chooseQueue(
  channel: Pick<ChannelConfig, 'name' | 'queue'>,
  queues: readonly QueueConfig[],
  text: string,
): QueueChoice {
  const open = queues
    .filter((queue) => queue.channels.length === 0 || queue.channels.includes(channel.name))
    .sort((a, b) => b.priority - a.priority || (a.name < b.name ? -1 : 1));
  const words = text.toLocaleLowerCase();
  for (const queue of open) {
    const keyword = queue.keywords.find((entry) => entry !== '' && words.includes(entry.toLocaleLowerCase()));
    if (keyword !== undefined) return { queue: queue.name, reason: `keyword ${keyword}` };
  }
  if (channel.queue) return { queue: channel.queue, reason: `queue of channel ${channel.name}` };
  const listed = open.find((queue) => queue.channels.includes(channel.name));
  if (listed) return { queue: listed.name, reason: `serves channel ${channel.name}` };
  return { queue: DEFAULT_QUEUE, reason: `channel ${channel.name} names no queue` };
}
