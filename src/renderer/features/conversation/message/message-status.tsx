import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from 'lucide-react';
import type { Message } from '#shared/domain/message.ts';
import styles from './message-meta.module.css';
import { useMessageWords, type Word } from './message-words.ts';

const icons = {
  queued: Clock,
  accepted: Clock,
  'handed-over': Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
  unknown: CircleHelp,
} as const;

/** Why a message waits with the server, by the provider's code (WA-7). It leaves by itself. */
function waiting(code: string): Word {
  if (code === '131056') return 'conversation.status.waits-customer';
  if (code === '130429') return 'conversation.status.waits-number';
  return 'conversation.status.waits';
}

/** Where an own message stands (UI-3), as a sign with its word as name and tooltip. */
export function MessageStatusSign({ status, error }: Pick<Message, 'status' | 'error'>) {
  const { word } = useMessageWords();
  if (status === 'received') return null;
  const Icon = icons[status];
  const name = word(status === 'accepted' && error ? waiting(error.code) : `conversation.status.${status}`);
  return (
    <span className={styles.status} data-status={status} role="img" aria-label={name} title={name}>
      <Icon aria-hidden="true" />
    </span>
  );
}
