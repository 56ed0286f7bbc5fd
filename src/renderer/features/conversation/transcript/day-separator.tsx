import { useServerTime } from '../../../state/hooks.ts';
import { useMessageWords } from '../message/message-words.ts';
import { daysAgo } from '../times.ts';
import styles from './transcript.module.css';

/** The date above the first message of a day. */
export function DaySeparator({ at }: { readonly at: number }) {
  const { word, day } = useMessageWords();
  const label = useServerTime((now) => {
    const ago = daysAgo(at, now);
    if (ago === 0) return word('conversation.day.today');
    return ago === 1 ? word('conversation.day.yesterday') : day(at, now);
  });
  return (
    <div className={styles.day}>
      <time dateTime={new Date(at).toISOString().slice(0, 10)}>{label}</time>
    </div>
  );
}
