import { useTranslation } from 'react-i18next';
import { useServerTime } from '../../../state/hooks.ts';
import { daysAgo, useTimes } from '../times.ts';
import styles from './transcript.module.css';

/** The date above the first message of a day. */
export function DaySeparator({ at }: { readonly at: number }) {
  const { t } = useTranslation();
  const { day } = useTimes();
  const label = useServerTime((now) => {
    const ago = daysAgo(at, now);
    if (ago === 0) return t('conversation.day.today');
    return ago === 1 ? t('conversation.day.yesterday') : day(at, now);
  });
  return (
    <div className={styles.day}>
      <time dateTime={new Date(at).toISOString().slice(0, 10)}>{label}</time>
    </div>
  );
}
