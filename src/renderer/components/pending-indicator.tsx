import { Clock, ClockAlert, OctagonAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type PendingThresholds, pendingAt } from '#shared/rules/pending-response.ts';
import { clockText } from '../i18n/duration.ts';
import { useServerTime } from '../state/hooks.ts';
import styles from './pending-indicator.module.css';

const icons = { 'within-time': Clock, late: ClockAlert, overdue: OctagonAlert } as const;

export interface PendingIndicatorProps {
  /** `Interaction.pendingSince`; null shows nothing. */
  readonly since: number | null;
  readonly thresholds: PendingThresholds;
  /** `full` writes the level in words, `compact` has them for assistive technology only. */
  readonly variant?: 'full' | 'compact';
}

/**
 * How long a customer waits for an answer (UI-4). Level by icon, outline, words and colour. It is a status by role
 * but not a live one: it changes every second; what matters is announced once, when the level changes.
 */
export const PendingIndicator = memo(function PendingIndicator(props: PendingIndicatorProps) {
  const { since, thresholds, variant = 'full' } = props;
  const { t } = useTranslation();
  const level = useServerTime((now) => pendingAt(since, thresholds, now)?.level);
  const time = useServerTime((now) => clockText(now - (since ?? now)));
  if (level === undefined) return null;
  const Icon = icons[level];
  const words = t(`pending.${level}`);
  return (
    <>
      <span
        className={styles.pending}
        data-level={level}
        role="status"
        aria-live="off"
        aria-label={t('pending.label')}
        title={t('pending.hint', { time })}
      >
        <Icon aria-hidden="true" />
        <span>
          <span className={variant === 'full' ? undefined : 'visually-hidden'}>{words} </span>
          {time}
        </span>
      </span>
      {/* In the name of a list entry the status counts by its label only. */}
      {variant === 'compact' && <span className="visually-hidden">{`${words} ${time}`}</span>}
    </>
  );
});
