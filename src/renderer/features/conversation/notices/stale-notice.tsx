import { useTranslation } from 'react-i18next';
import { Spinner } from '../../../components/spinner.tsx';
import styles from './stale-notice.module.css';

/** Messages are missing and have been asked for (API-1). */
export function StaleNotice() {
  const { t } = useTranslation();
  return (
    <div className={styles.stale} role="status">
      <Spinner size="small" />
      {t('conversation.stale')}
    </div>
  );
}
