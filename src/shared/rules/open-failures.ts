import type { Message } from '../domain/message.ts';
import { compareMessages } from './ordering.ts';

const isFailed = (message: Message): boolean => message.status === 'failed' || message.status === 'unknown';

/**
 * Ids of the failures the agent has not reacted to, in transcript order (UI-3): own messages that failed, or may have,
 * and after which the agent has sent nothing else. It goes by nothing but the messages, so that a list, a composer and
 * the next start come to the same. Earlier messages of the customer, or none of the agent before these, change nothing.
 */
export function openFailures(messages: Iterable<Message>): string[] {
  let lastSent: Message | undefined;
  const failed: Message[] = [];
  for (const message of messages) {
    if (message.direction !== 'out') continue;
    if (isFailed(message)) failed.push(message);
    else if (!lastSent || compareMessages(message, lastSent) > 0) lastSent = message;
  }
  return failed
    .filter((message) => !lastSent || compareMessages(message, lastSent) > 0)
    .sort(compareMessages)
    .map(({ id }) => id);
}

/** Of the newest messages first, the own ones that `openFailures` needs: back to the first that did not fail. */
export function* backToLastSent(newestFirst: Iterable<Message>): Iterable<Message> {
  for (const message of newestFirst) {
    if (message.direction !== 'out') continue;
    yield message;
    if (!isFailed(message)) return;
  }
}
