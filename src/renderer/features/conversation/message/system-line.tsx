import { type MessageRow, shownTime } from '../transcript/rows.ts';
import { useMessageWords } from './message-words.ts';
import styles from './system-line.module.css';
import { useNoteWords } from './use-note-words.ts';

/** What happened to the conversation, in its middle: nobody's words. */
export function SystemLine({ row }: { readonly row: MessageRow }) {
  const { word, label, time, moment } = useMessageWords();
  const { message, timing } = row;
  const at = shownTime(message, timing);
  const text = useNoteWords(message) ?? message.text;
  const sender = message.sender.name || word('kind.system');
  return (
    <article
      className={styles.system}
      aria-label={label(sender, time(at))}
      data-message-id={message.id}
      data-direction={message.direction}
      data-status={message.status}
      data-kind={message.kind}
    >
      <span className={styles.line}>
        <span dir="auto">{text || word('kind.system')}</span>
        <time dateTime={new Date(at).toISOString()} title={moment(at)}>
          {time(at)}
        </time>
      </span>
    </article>
  );
}
