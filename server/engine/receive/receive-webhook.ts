import type { InboundBatch, InboundItem } from '../../drivers/driver.ts';
import { keyOf } from '../../drivers/whatsapp/loose.ts';
import type { Log } from '../../log.ts';
import type { ChannelConfig, EngineConfig } from '../config.ts';
import type { WebhookReceipt } from '../engine.ts';
import type { Unit } from '../unit.ts';
import { addressedChannel } from './address.ts';
import { keepNotice } from './notice.ts';
import { receiveItem } from './receive-item.ts';

type Execute = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

type Counts = { -readonly [K in keyof WebhookReceipt]: number };

/** One thing to take in, and for whom; foreign things are kept whole and touch nothing. */
interface Parcel {
  readonly channel: ChannelConfig;
  readonly item: InboundItem;
  readonly foreign: boolean;
}

export interface ReceiveOptions {
  readonly config: EngineConfig;
  readonly via: ChannelConfig;
  readonly batches: readonly InboundBatch[];
  readonly execute: Execute;
  readonly log: Log;
}

/**
 * Stores all of a webhook in one transaction. Should one of its things trip a mistake of ours, each is stored by
 * itself and that one is kept whole as a notice: a body that fails is delivered again for days and would hold up
 * nothing but itself. When the disk is the trouble, keeping it fails as well, and the provider is asked to come back.
 */
export async function receiveBatches(options: ReceiveOptions): Promise<WebhookReceipt> {
  const parcels = options.batches.flatMap((batch) => parcelsOf(options, batch));
  try {
    return await options.execute((unit) => receiveAll(unit, parcels));
  } catch (error) {
    options.log.error({ err: error, channel: options.via.name }, 'a webhook could not be stored as a whole');
    return receiveSingly(options, parcels);
  }
}

function parcelsOf({ config, via, log }: ReceiveOptions, batch: InboundBatch): readonly Parcel[] {
  const channel = addressedChannel(config.channels, via, batch);
  if (channel) return batch.items.map((item) => ({ channel, item, foreign: false }));
  const { accountId, phoneNumberId, raw } = batch;
  log.warn({ channel: via.name, accountId, phoneNumberId }, 'a webhook is about a number that is not on this channel');
  const item: InboundItem = { what: 'notice', key: keyOf('foreign', raw), field: 'not-for-this-channel', value: raw };
  return [{ channel: via, item, foreign: true }];
}

async function receiveAll(unit: Unit, parcels: readonly Parcel[]): Promise<WebhookReceipt> {
  const counts = noCounts();
  for (const parcel of parcels) await receive(unit, parcel, counts);
  return counts;
}

async function receive(unit: Unit, { channel, item, foreign }: Parcel, counts: Counts): Promise<void> {
  const outcome = await receiveItem(unit, channel, item);
  counts[outcome] += 1;
  if (foreign && outcome !== 'duplicates') counts.foreign += 1;
}

async function receiveSingly({ execute, log }: ReceiveOptions, parcels: readonly Parcel[]): Promise<WebhookReceipt> {
  const counts = noCounts();
  for (const parcel of parcels) {
    try {
      await execute((unit) => receive(unit, parcel, counts));
    } catch (error) {
      const { channel, item } = parcel;
      log.error({ err: error, channel: channel.name, what: item.what }, 'part of a webhook was kept as a notice only');
      await execute((unit) => keepNotice(unit, channel.name, `failed.${item.what}`, item));
      counts.notices += 1;
    }
  }
  return counts;
}

function noCounts(): Counts {
  return { messages: 0, statuses: 0, duplicates: 0, notices: 0, foreign: 0 };
}
