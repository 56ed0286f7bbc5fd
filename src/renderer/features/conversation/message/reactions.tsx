import { CircleAlert } from 'lucide-react';
import type { Message, ReactionSend } from '#shared/domain/message.ts';
import { useConversation } from '../conversation-context.ts';
import { useMessageWords } from './message-words.ts';
import styles from './reactions.module.css';

/** Reactions to a message, at its lower edge; equal ones are counted, and one that is on its way is pale. */
export function Reactions({ message }: { readonly message: Message }) {
  const { t } = useMessageWords();
  const { name } = useConversation();
  const sentence = useSendSentence();
  const { reactions, reactionSend: send } = message;
  // What is on its way takes the place of the business's own.
  const shown = send && send.status !== 'failed' ? reactions.filter(({ direction }) => direction === 'in') : reactions;
  const emoji = [...new Set(shown.map((reaction) => reaction.emoji))];
  const words = shown.map((reaction) =>
    t(reaction.direction === 'in' ? 'conversation.reaction.customer' : 'conversation.reaction.business', {
      name,
      emoji: reaction.emoji,
    }),
  );
  const label = [...words, ...(send ? [sentence(send)] : [])].join(', ');
  return (
    <div className={styles.reactions} role="img" aria-label={label} title={label}>
      {emoji.map((one) => (
        <span key={one}>{one}</span>
      ))}
      {shown.length > emoji.length && <span className={styles.count}>{shown.length}</span>}
      {send && <Send send={send} />}
    </div>
  );
}

/** The business's reaction before it has arrived, or when it did not. */
function Send({ send }: { readonly send: ReactionSend }) {
  if (send.status !== 'failed') return <span className={styles.waiting}>{send.emoji === '' ? '…' : send.emoji}</span>;
  return (
    <span className={styles.failed}>
      {send.emoji}
      <CircleAlert />
    </span>
  );
}

function useSendSentence(): (send: ReactionSend) => string {
  const { t } = useMessageWords();
  const { views } = useConversation();
  return ({ emoji, status, error }) => {
    if (status === 'failed') {
      const known = error ? views.describeError(error.code)?.sentence : undefined;
      return t('reaction.failed', { emoji, reason: known ?? error?.title ?? t('conversation.failed.no-reason') });
    }
    if (status === 'unknown') return t('reaction.unknown', { emoji });
    return emoji === '' ? t('reaction.taking-back') : t('reaction.waiting', { emoji });
  };
}
