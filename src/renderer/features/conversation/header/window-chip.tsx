import { Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Pill } from '../../../components/pill.tsx';
import { spanText } from '../../../i18n/duration.ts';
import { SHOW_BELOW, WARN_BELOW, type WindowView } from '../window-state.ts';
import styles from './window-chip.module.css';

/** Time left of the service window once it is under four hours; below half an hour the banner says it (WA-3). */
export function WindowChip({ window }: { readonly window: WindowView }) {
  const { t } = useTranslation();
  if (window.state !== 'open' || window.minutes >= SHOW_BELOW || window.minutes < WARN_BELOW) return null;
  const time = spanText(t, window.minutes * 60_000);
  return (
    <span className={styles.chip} title={t('conversation.window.chip.hint', { time })}>
      <Pill>
        <Timer aria-hidden="true" />
        {t('conversation.window.chip', { time })}
      </Pill>
    </span>
  );
}
