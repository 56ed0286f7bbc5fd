import type { Notice } from '#shared/ipc/view.ts';

/**
 * Whether the agent must have been given the whole words before the notice may go: they go with it for good. Where the
 * sentence says all of them, it is enough.
 */
export function holdsWords({ message, words }: Pick<Notice, 'message' | 'words'>): boolean {
  return words !== undefined && !message.includes(words);
}
