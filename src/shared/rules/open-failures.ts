import type { Message } from '#shared/domain/message.ts';

const isFailed = (message: Message): boolean => message.status === 'failed' || message.status === 'unknown';

/**
 * The failures an agent has not reacted to, after `message` came or changed. A failure counts until its status gets
 * better or until the agent sends something again; the same array comes back when nothing changed.
 */
export function noteMessage(failed: readonly string[], message: Message): readonly string[] {
  if (message.direction !== 'out') return failed;
  const known = failed.includes(message.id);
  if (isFailed(message)) return known ? failed : [...failed, message.id];
  if (known) return failed.filter((id) => id !== message.id);
  // A send that has just begun: the agent has seen what failed before and acts.
  return message.status === 'queued' && failed.length > 0 ? [] : failed;
}

/** The failures at the end of a transcript: own messages that failed and were not followed by one that went out. */
export function openFailures(messages: readonly Message[]): readonly string[] {
  const failed: string[] = [];
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message?.direction !== 'out') continue;
    if (!isFailed(message)) break;
    failed.unshift(message.id);
  }
  return failed;
}
