import { Clock4, Shuffle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import type { Timing } from '#shared/rules/ordering.ts';
import { useTimes } from '../times.ts';
import { shownTime } from '../transcript/rows.ts';
import styles from './message-meta.module.css';

const signs = { 'in-time': undefined, delayed: Clock4, 'out-of-order': Shuffle } as const;

export interface MessageTimeProps {
  readonly message: Message;
  readonly timing: Timing;
}

/** The time of a message; says by a sign, its weight or colour, and in words when it came late or out of order. */
export function MessageTime({ message, timing }: MessageTimeProps) {
  const { t } = useTranslation();
  const { time, moment } = useTimes();
  const at = shownTime(message, timing);
  const sent = moment(message.originTime ?? message.arrivalTime);
  const arrived = moment(message.arrivalTime);
  const why = timing === 'in-time' ? undefined : t(`conversation.timing.${timing}`, { sent, arrived });
  const Sign = signs[timing];
  return (
    <time className={styles.time} data-timing={timing} dateTime={new Date(at).toISOString()} title={why ?? moment(at)}>
      {Sign && <Sign aria-hidden="true" />}
      {time(at)}
      {why !== undefined && <span className="visually-hidden">, {why}</span>}
    </time>
  );
}
