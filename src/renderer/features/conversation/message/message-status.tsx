import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from 'lucide-react';
import type { MessageStatus } from '#shared/domain/message.ts';
import styles from './message-meta.module.css';
import { useMessageWords } from './message-words.ts';

const icons = {
  queued: Clock,
  accepted: Clock,
  'handed-over': Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
  unknown: CircleHelp,
} as const;

/** Where an own message stands (UI-3), as a sign with its word as name and tooltip. */
export function MessageStatusSign({ status }: { readonly status: MessageStatus }) {
  const { word } = useMessageWords();
  if (status === 'received') return null;
  const Icon = icons[status];
  const name = word(`conversation.status.${status}`);
  return (
    <span className={styles.status} data-status={status} role="img" aria-label={name} title={name}>
      <Icon aria-hidden="true" />
    </span>
  );
}
