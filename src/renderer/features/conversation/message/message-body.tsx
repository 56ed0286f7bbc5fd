import type { Message } from '#shared/domain/message.ts';
import { useConversation } from '../conversation-context.ts';
import { cardOf } from './card.ts';
import { emojiOnly } from './emoji-only.ts';
import { MessageCard } from './message-card.tsx';
import styles from './message-view.module.css';

function BodyText({ text }: { readonly text: string }) {
  const { views } = useConversation();
  const emoji = emojiOnly(text);
  if (emoji > 0) {
    return (
      <span className={styles.emoji} data-count={emoji <= 3 ? emoji : 'many'}>
        {text}
      </span>
    );
  }
  return <span className={styles.text}>{views.renderText(text)}</span>;
}

/** What a message says: text by the medium's rules, other kinds as a card with their caption. */
export function MessageBody({ message }: { readonly message: Message }) {
  const { views } = useConversation();
  const drawn = views.renderMessage?.(message);
  if (drawn !== undefined) return drawn;
  const card = cardOf(message);
  if (!card) return <BodyText text={message.text} />;
  return (
    <>
      <MessageCard card={card} />
      {card.caption !== undefined && <BodyText text={card.caption} />}
    </>
  );
}
