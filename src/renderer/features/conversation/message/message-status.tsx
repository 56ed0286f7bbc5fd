import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageStatus } from '#shared/domain/message.ts';
import styles from './message-meta.module.css';

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
  const { t } = useTranslation();
  if (status === 'received') return null;
  const Icon = icons[status];
  const word = t(`conversation.status.${status}`);
  return (
    <span className={styles.status} data-status={status} role="img" aria-label={word} title={word}>
      <Icon aria-hidden="true" />
    </span>
  );
}
