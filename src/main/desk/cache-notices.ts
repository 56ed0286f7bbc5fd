import { basename } from 'node:path';
import { assertNever } from '#shared/assert.ts';
import type { Notice } from '#shared/ipc/view.ts';
import type { Refusal } from '#shared/result.ts';
import type { CacheTrouble } from '../cache/open-cache.ts';

type NewNotice = Omit<Notice, 'at'>;

/** What the agent is told when the cache file could not be used as it was (REL-1). */
export function cacheNotice({ kind, refusal, file }: CacheTrouble): NewNotice {
  switch (kind) {
    case 'newer':
      return {
        id: 'cache-newer',
        severity: 'warning',
        code: refusal.code,
        message: `${refusal.message} Until then a fresh cache beside it is used; messages waiting in the old one stay there.`,
      };
    case 'damaged':
      return {
        id: 'cache-damaged',
        severity: 'warning',
        code: refusal.code,
        message:
          `The local cache on this computer was damaged. It was set aside as ${basename(file)} and is built anew from the ` +
          'server. Messages that had not left yet may be in it and are not sent: check your last answers.',
      };
    case 'memory':
      return {
        id: 'cache-memory',
        severity: 'error',
        code: refusal.code,
        message: `${refusal.message} Until it is mended nothing is kept on this computer: messages that have not left are lost when Replydesk ends.`,
      };
    default:
      return assertNever(kind);
  }
}

/** Rows of the outbox that are kept but not sent. */
export function asideNotice(count: number, why: 'damaged' | 'other-server'): NewNotice {
  const what = count === 1 ? 'One message that had not left yet was' : `${count} messages that had not left yet were`;
  const reason = why === 'damaged' ? 'found damaged on this computer' : 'meant for another messaging server';
  return {
    id: `outbox-set-aside-${why}`,
    severity: 'error',
    code: 'outbox-set-aside',
    message: `${what} ${reason}, put aside and not sent. Check your last answers and write what is missing again.`,
  };
}

/** A message that was waiting came back: free messages may not leave any more. */
export function givenBackNotice(interactionId: string, contact: string): NewNotice {
  return {
    id: `given-back-${interactionId}`,
    severity: 'warning',
    code: 'window-closed',
    message:
      `Your answer to ${contact} did not leave: the time for free messages was over before it could. It is in the ` +
      'composer again; send a notification instead, or wait for the customer to write.',
  };
}

export const WRITE_TROUBLE = 'cache-write';

/** Writing does not work just now. */
export function writeNotice(refusal: Refusal): NewNotice {
  return {
    id: WRITE_TROUBLE,
    severity: 'error',
    code: refusal.code,
    message: `New messages are shown but not saved on this computer. ${refusal.message}`,
  };
}

const SEND_FAILED = 'send-failed:';

/** So many characters of a message are said in a sentence about it. */
const MOST_WORDS = 60;

/** A message was refused whose interaction is no longer on this desk: nobody would see it in a transcript. */
export function sendFailedNotice(messageId: string, text: string, reason: string): NewNotice {
  const start = text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS)}…` : text;
  return {
    id: SEND_FAILED + messageId,
    severity: 'error',
    code: 'send-failed',
    message: `Your message “${start}” was not sent: ${reason}`,
    ...(text.trim() === '' ? {} : { words: text }),
  };
}

/** The message a dismissed notice was about. */
export function failedMessageOf(noticeId: string): string | undefined {
  return noticeId.startsWith(SEND_FAILED) ? noticeId.slice(SEND_FAILED.length) : undefined;
}
