import { Timer, TimerOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Pill } from '../../../components/pill.tsx';
import { spanText } from '../../../i18n/duration.ts';
import { SHOW_BELOW, WARN_BELOW, type WindowView } from '../window-state.ts';
import styles from './window-chip.module.css';

/** Time left of the service window in words, however long it is; undefined where there is no such time (WA-3). */
export function useWindowHint(window: WindowView): string | undefined {
  const { t } = useTranslation();
  if (window.state !== 'open') return undefined;
  return t('conversation.window.chip.hint', { time: spanText(t, window.minutes * 60_000) });
}

/** Time left of the service window once it is under four hours, and that it has closed (WA-3). */
export function WindowChip({ window }: { readonly window: WindowView }) {
  const { t } = useTranslation();
  const hint = useWindowHint(window);
  if (window.state === 'closed') {
    return (
      <span className={styles.chip} data-said-below title={t('list.window-closed.label')}>
        <Pill look="warn">
          <TimerOff aria-hidden="true" />
          {t('list.window-closed')}
        </Pill>
      </span>
    );
  }
  if (window.state !== 'open' || window.minutes >= SHOW_BELOW) return null;
  return (
    <span className={styles.chip} data-said-below={window.minutes < WARN_BELOW || undefined} title={hint}>
      <Pill look={window.minutes < WARN_BELOW ? 'warn' : 'neutral'}>
        <Timer aria-hidden="true" />
        {t('conversation.window.chip', { time: spanText(t, window.minutes * 60_000) })}
      </Pill>
    </span>
  );
}
