import type { InboundBatch, InboundItem, InboundNotice } from '../driver.ts';
import { keyOf, type LooseObject, listOf, memberOf, objectOf, textOf } from './loose.ts';
import { readMessage } from './messages.ts';
import { readPreferences } from './preferences.ts';
import { readStatus } from './statuses.ts';
import { readTemplateUpdate } from './template-reader.ts';

const OBJECT = 'whatsapp_business_account';

/**
 * What a webhook body says, one batch a change (Cloud API facts, sections 11 to 15). Any JSON is understood in the
 * sense that nothing of it is lost: what has no place of its own becomes a notice with the whole of it.
 */
export function readWebhook(body: unknown): readonly InboundBatch[] {
  const envelope = objectOf(body);
  const entries = listOf(envelope?.entry);
  const object = textOf(envelope, 'object');
  if (!envelope || entries.length === 0 || (object !== undefined && object !== OBJECT)) {
    return [batchOf(undefined, undefined, body, [noticeOf('unknown', body)])];
  }
  return entries.flatMap((raw) => readEntry(raw));
}

function readEntry(raw: unknown): readonly InboundBatch[] {
  const entry = objectOf(raw);
  const accountId = textOf(entry, 'id');
  const changes = listOf(entry?.changes);
  if (!entry || changes.length === 0) return [batchOf(accountId, undefined, raw, [noticeOf('unknown', raw)])];
  return changes.map((change) => readChange(change, accountId, entry.time));
}

function readChange(raw: unknown, accountId: string | undefined, time: unknown): InboundBatch {
  const change = objectOf(raw);
  const field = textOf(change, 'field') ?? 'unknown';
  const value = memberOf(change, 'value');
  const phoneNumberId = textOf(memberOf(value, 'metadata'), 'phone_number_id');
  const items = value ? readValue(field, value, { accountId, time }) : [noticeOf(field, raw, accountId, time)];
  return batchOf(accountId, phoneNumberId, raw, items);
}

interface Origin {
  readonly accountId: string | undefined;
  readonly time: unknown;
}

function readValue(field: string, value: LooseObject, { accountId, time }: Origin): readonly InboundItem[] {
  const metadata = memberOf(value, 'metadata');
  const own = {
    phoneNumberId: textOf(metadata, 'phone_number_id'),
    displayNumber: textOf(metadata, 'display_phone_number'),
  };
  // Without a field the members decide; other fields use the same names for other things (calls have statuses too).
  const isMessages = field === 'messages' || field === 'unknown';
  const echoes = field === 'smb_message_echoes' ? listOf(value.message_echoes) : [];
  const messages = isMessages ? listOf(value.messages) : [];
  const statuses = isMessages ? listOf(value.statuses) : [];
  const items = [
    ...messages.map((raw) => readMessage(raw, { value, own, echo: false })),
    ...echoes.map((raw) => readMessage(raw, { value, own, echo: true })),
    ...statuses.map(readStatus),
  ];
  const errors = isMessages ? listOf(value.errors) : [];
  if (items.length === 0) {
    const template = readTemplateUpdate(accountId, field, value);
    const preferences = readPreferences(field, value);
    const about = { ...(template ? { template } : {}), ...(preferences.length > 0 ? { preferences } : {}) };
    return [{ ...noticeOf(field, value, accountId, time), ...about }];
  }
  if (errors.length === 0) return items;
  return [...items, noticeOf('messages.errors', errors, accountId, items.map(identityOf))];
}

function identityOf(item: InboundItem): string {
  return item.what === 'status' ? item.providerId : item.key;
}

function noticeOf(field: string, value: unknown, ...origin: readonly unknown[]): InboundNotice {
  return { what: 'notice', key: keyOf('notice', field, value ?? null, origin), field, value };
}

function batchOf(
  accountId: string | undefined,
  phoneNumberId: string | undefined,
  raw: unknown,
  items: readonly InboundItem[],
): InboundBatch {
  return { accountId, phoneNumberId, raw, items };
}
