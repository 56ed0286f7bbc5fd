import type { MessageError, MessageStatus } from '#shared/domain/message.ts';
import type { InboundItem } from '../driver.ts';
import { keyOf, listOf, memberOf, objectOf, textOf, timeOf } from './loose.ts';

/** Section 13. `sent` says that WhatsApp has it; a played voice note was heard, so read; the rest means nothing here. */
const MEANING: Readonly<Record<string, MessageStatus>> = {
  sent: 'handed-over',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

/** One element of `statuses[]`; one that names no message, or nothing we know, is kept as a notice. */
export function readStatus(raw: unknown): InboundItem {
  const status = objectOf(raw);
  const providerId = textOf(status, 'id');
  const reported = textOf(status, 'status');
  if (!status || providerId === undefined || reported === undefined) {
    return { what: 'notice', key: keyOf('status', raw), field: 'messages.statuses', value: raw };
  }
  const meaning = Object.hasOwn(MEANING, reported) ? MEANING[reported] : undefined;
  return {
    what: 'status',
    providerId,
    reported,
    status: meaning ?? null,
    at: timeOf(status.timestamp),
    error: meaning === 'failed' ? readError(status.errors) : undefined,
    callbackData: textOf(status, 'biz_opaque_callback_data'),
  };
}

/** The first of `errors[]`, old and new shape. */
function readError(errors: unknown): MessageError {
  const error = objectOf(listOf(errors)[0]);
  const details = textOf(memberOf(error, 'error_data'), 'details');
  return {
    code: textOf(error, 'code') ?? 'unknown',
    title: textOf(error, 'title') ?? textOf(error, 'message') ?? 'The provider gave no reason',
    ...(details === undefined ? {} : { details }),
  };
}
