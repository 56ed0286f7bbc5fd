import { assertNever } from '#shared/assert.ts';
import type { InboundItem } from '../../drivers/driver.ts';
import type { ChannelConfig } from '../config.ts';
import type { WebhookReceipt } from '../engine.ts';
import type { Unit } from '../unit.ts';
import { receiveEdit, receiveReaction, receiveRevoke } from './changes.ts';
import { receiveMessage } from './message.ts';
import { receiveNote } from './note.ts';
import { keepNotice } from './notice.ts';
import { applyPreference } from './preference.ts';
import { receiveStatus } from './status.ts';
import { applyTemplateUpdate } from './template-notice.ts';

/** What became of one item. */
export type ItemOutcome = keyof WebhookReceipt;

/** Takes in one thing a webhook says; each only once (SRV-2). */
export async function receiveItem(unit: Unit, channel: ChannelConfig, item: InboundItem): Promise<ItemOutcome> {
  if (item.what === 'status') return (await receiveStatus(unit, item)) ? 'statuses' : 'duplicates';
  if (!(await unit.tables.received.claim(item.key, unit.now))) return 'duplicates';
  switch (item.what) {
    case 'message':
      await receiveMessage(unit, channel, item);
      return 'messages';
    case 'system':
    case 'echo':
      await receiveNote(unit, channel, item);
      return 'messages';
    case 'reaction':
      await receiveReaction(unit, channel, item);
      return 'messages';
    case 'edit':
      await receiveEdit(unit, channel, item);
      return 'messages';
    case 'revoke':
      await receiveRevoke(unit, channel, item);
      return 'messages';
    case 'notice':
      await keepNotice(unit, channel.name, item.field, item.value);
      for (const update of item.preferences ?? []) await applyPreference(unit, channel, update);
      if (item.template) await applyTemplateUpdate(unit, channel, item.template);
      return 'notices';
    default:
      return assertNever(item);
  }
}
