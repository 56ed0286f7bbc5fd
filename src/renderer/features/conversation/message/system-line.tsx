import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.ts';
import { type MessageRow, sameRow, shownTime } from '../transcript/rows.ts';
import styles from './system-line.module.css';

/** What happened to the conversation, in its middle: nobody's words. */
export const SystemLine = memo(
  function SystemLine({ row }: { readonly row: MessageRow }) {
    const { t } = useTranslation();
    const { time, moment } = useTimes();
    const { message, timing } = row;
    const at = shownTime(message, timing);
    const sender = message.sender.name || t('kind.system');
    return (
      <article
        className={styles.system}
        aria-label={t('conversation.message', { sender, time: time(at) })}
        data-message-id={message.id}
        data-direction={message.direction}
        data-status={message.status}
        data-kind={message.kind}
      >
        <span className={styles.line}>
          <span dir="auto">{message.text || t('kind.system')}</span>
          <time dateTime={new Date(at).toISOString()} title={moment(at)}>
            {time(at)}
          </time>
        </span>
      </article>
    );
  },
  (a, b) => sameRow(a.row, b.row),
);
