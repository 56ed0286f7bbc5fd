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

/** What a mark at the time means. */
function useWhy(message: Message, timing: Timing): string | undefined {
  const { t } = useTranslation();
  const { moment } = useTimes();
  if (timing === 'in-time') return undefined;
  const sent = moment(message.originTime ?? message.arrivalTime);
  return t(`conversation.timing.${timing}`, { sent, arrived: moment(message.arrivalTime) });
}

/** The time of a message; says by a sign, its weight or colour, and in words when it came late or out of order. */
export function MessageTime({ message, timing }: MessageTimeProps) {
  const { time, moment } = useTimes();
  const at = shownTime(message, timing);
  const why = useWhy(message, timing);
  const Sign = signs[timing];
  return (
    <time className={styles.time} data-timing={timing} dateTime={new Date(at).toISOString()} title={why ?? moment(at)}>
      {Sign && <Sign aria-hidden="true" />}
      {time(at)}
      {why !== undefined && <span className="visually-hidden">, {why}</span>}
    </time>
  );
}
