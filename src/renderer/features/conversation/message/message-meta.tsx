import type { Message } from '#shared/domain/message.ts';
import type { MessageRow } from '../transcript/rows.ts';
import styles from './message-meta.module.css';
import { MessageStatusSign } from './message-status.tsx';
import { MessageTime } from './message-time.tsx';
import { useMessageWords } from './message-words.ts';

function EditedMark({ message }: { readonly message: Message }) {
  const { t, time } = useMessageWords();
  const last = message.revisions.at(-1);
  if (!last || message.revokedAt !== null) return null;
  const before = t('conversation.edited.before', { time: time(last.replacedAt), text: last.text });
  return (
    <span className={styles.edited} title={before}>
      {t('conversation.edited')}
    </span>
  );
}

/** Time and status at the end of a message; nothing where the end of its group says it. */
export function MessageMeta({ row }: { readonly row: MessageRow }) {
  const { direction } = useMessageWords();
  const { message, showTime, showStatus, timing } = row;
  if (!showTime && !showStatus && message.revisions.length === 0) return null;
  return (
    // It speaks the page's language, whichever way the message runs.
    <span className={styles.meta} dir={direction}>
      {message.revisions.length > 0 && <EditedMark message={message} />}
      {showTime && <MessageTime message={message} timing={timing} />}
      {showStatus && <MessageStatusSign status={message.status} error={message.error} />}
    </span>
  );
}
