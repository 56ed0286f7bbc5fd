import type { Interaction } from '#shared/domain/interaction.ts';
import type { Message } from '#shared/domain/message.ts';

export interface MenuFacts {
  readonly message: Message;
  readonly interaction: Pick<Interaction, 'id' | 'channel'>;
  /** The agent has the interaction in hand, may answer on its channel, and the medium lets them. */
  readonly answers: boolean;
}

/** Whether a reply may quote this message: the provider knows it, on the channel that answers. */
export function mayQuote({ message, interaction, answers }: MenuFacts): boolean {
  return answers && isThere(message) && message.providerId !== null && message.channel === interaction.channel;
}

/** Whether the business may react to it: a message of this or an earlier session that got through, on this channel. */
export function mayReact({ message, interaction, answers }: MenuFacts): boolean {
  const failed = message.status === 'failed' || message.status === 'unknown';
  return answers && isThere(message) && !failed && message.channel === interaction.channel;
}

/** The business's reaction as it will be once what is on its way has arrived; empty for none. */
export function ownReaction({ reactions, reactionSend }: Pick<Message, 'reactions' | 'reactionSend'>): string {
  if (reactionSend && reactionSend.status !== 'failed') return reactionSend.emoji;
  return reactions.find(({ direction }) => direction === 'out')?.emoji ?? '';
}

function isThere({ revokedAt, direction, kind }: Message): boolean {
  return revokedAt === null && direction !== 'system' && kind !== 'system';
}
