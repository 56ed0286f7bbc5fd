import { LockKeyhole, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { spanText } from '../../../i18n/duration.ts';
import { WARN_BELOW, type WindowView } from '../window-state.ts';
import styles from './window-banner.module.css';

function useSentence(window: WindowView): string | undefined {
  const { t } = useTranslation();
  switch (window.state) {
    case 'irrelevant':
      return undefined;
    case 'none':
      return t('conversation.window.none');
    case 'closed':
      return t('conversation.window.closed');
    case 'open':
      if (window.minutes >= WARN_BELOW) return undefined;
      return t('conversation.window.ending', { time: spanText(t, window.minutes * 60_000) });
  }
}

export interface WindowBannerProps {
  readonly window: WindowView;
  /** Why nothing can be sent at all; said instead. */
  readonly unanswerable: string | undefined;
}

/** Says that the service window ends soon or has ended, and what that means (WA-3), or that nothing can be sent. */
export function WindowBanner({ window, unanswerable }: WindowBannerProps) {
  const ending = useSentence(window);
  const sentence = unanswerable ?? ending;
  if (sentence === undefined) return null;
  const Icon = window.state === 'open' && unanswerable === undefined ? Timer : LockKeyhole;
  return (
    <div className={styles.banner} data-state={window.state}>
      <Icon aria-hidden="true" />
      <p className={styles.text} title={sentence}>
        {sentence}
      </p>
    </div>
  );
}
