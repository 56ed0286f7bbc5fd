import type { Message, ReactionSend } from '#shared/domain/message.ts';
import type { OutboxRow } from '../cache/operations.ts';

/** A row that changes what stands with another message instead of being one. */
export type ReactionRow = OutboxRow & {
  readonly content: Extract<OutboxRow['content'], { kind: 'reaction' }>;
};

export function isReaction(row: OutboxRow): row is ReactionRow {
  return row.content.kind === 'reaction';
}

function sendOf({ id, content, message, state, error }: ReactionRow): ReactionSend {
  const { sender, arrivalTime } = message;
  return { id, by: sender.id ?? '', emoji: content.emoji, at: arrivalTime, status: state, error };
}

/** The message as pages show it: with the newest reaction to it that waits, or failed, on this desk. */
export function withReaction(message: Message, rows: readonly OutboxRow[]): Message {
  const row = rows.filter(isReaction).findLast(({ content }) => content.messageId === message.id);
  return row ? { ...message, reactionSend: sendOf(row) } : message;
}
