import type { Message } from '#shared/domain/message.ts';
import { useConversation } from '../conversation-context.ts';
import { useMessageWords } from './message-words.ts';
import styles from './quoted-message.module.css';

/** The message that is answered, above the answer; a press shows it where it stands. */
export function QuotedMessage({ quoted }: { readonly quoted: NonNullable<Message['quoted']> }) {
  const { t } = useMessageWords();
  const { views, jumpTo } = useConversation();
  const { messageId, text } = quoted;
  const line = text === undefined || text === '' ? t('conversation.quote.unknown') : views.plainText(text);
  if (messageId === undefined) {
    return (
      <blockquote className={styles.quote}>
        <span className={styles.line} dir="auto">
          {line}
        </span>
      </blockquote>
    );
  }
  return (
    <button
      type="button"
      className={styles.quote}
      aria-label={t('conversation.quote.show', { text: line })}
      onClick={() => jumpTo(messageId)}
    >
      <span className={styles.line} dir="auto">
        {line}
      </span>
    </button>
  );
}
