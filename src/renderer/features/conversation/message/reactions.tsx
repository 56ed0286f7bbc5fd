import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './reactions.module.css';

/** Reactions to a message, at its lower edge; equal ones are counted. */
export function Reactions({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const { name } = useConversation();
  const emoji = [...new Set(message.reactions.map((reaction) => reaction.emoji))];
  const label = message.reactions
    .map((reaction) =>
      t(reaction.direction === 'in' ? 'conversation.reaction.customer' : 'conversation.reaction.business', {
        name,
        emoji: reaction.emoji,
      }),
    )
    .join(', ');
  const count = message.reactions.length;
  return (
    <div className={styles.reactions} role="img" aria-label={label} title={label}>
      {emoji.map((one) => (
        <span key={one}>{one}</span>
      ))}
      {count > emoji.length && <span className={styles.count}>{count}</span>}
    </div>
  );
}
