import { Clock4, Shuffle } from 'lucide-react';
import type { Message } from '#shared/domain/message.ts';
import type { Timing } from '#shared/rules/ordering.ts';
import { shownTime } from '../transcript/rows.ts';
import styles from './message-meta.module.css';
import { useMessageWords } from './message-words.ts';

const signs = { delayed: Clock4, 'out-of-order': Shuffle } as const;

export interface MessageTimeProps {
  readonly message: Message;
  readonly timing: Timing;
}

interface MarkedTimeProps extends MessageTimeProps {
  readonly timing: Exclude<Timing, 'in-time'>;
}

/** The time of a message that came late or out of order: says so by a sign, its weight or colour, and in words. */
function MarkedTime({ message, timing }: MarkedTimeProps) {
  const { t, time, moment } = useMessageWords();
  const at = shownTime(message, timing);
  const sent = moment(message.originTime ?? message.arrivalTime);
  const why = t(`conversation.timing.${timing}`, { sent, arrived: moment(message.arrivalTime) });
  const Sign = signs[timing];
  return (
    <time className={styles.time} data-timing={timing} dateTime={new Date(at).toISOString()} title={why}>
      <Sign aria-hidden="true" />
      {time(at)}
      <span className="visually-hidden">, {why}</span>
    </time>
  );
}

/** The time of a message. */
export function MessageTime({ message, timing }: MessageTimeProps) {
  const { time, moment } = useMessageWords();
  if (timing !== 'in-time') return <MarkedTime message={message} timing={timing} />;
  const at = shownTime(message, timing);
  return (
    <time className={styles.time} data-timing={timing} dateTime={new Date(at).toISOString()} title={moment(at)}>
      {time(at)}
    </time>
  );
}
