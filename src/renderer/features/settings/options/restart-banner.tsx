import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { NoticeBanner } from '../../../components/notice.tsx';
import { useClient } from '../../../state/hooks.ts';
import styles from './options-section.module.css';

/** Says that options wait for a restart, and offers it (OPT-3). */
export function RestartBanner({ waiting }: { readonly waiting: number }) {
  const { t } = useTranslation();
  const client = useClient();
  if (waiting === 0) return null;
  return (
    <div className={styles.banner}>
      <NoticeBanner severity="info" message={t('options.waiting', { count: waiting })}>
        <Button look="quiet" size="small" onPress={() => void client.perform('application.restart', {})}>
          {t('notices.restart')}
        </Button>
      </NoticeBanner>
    </div>
  );
}
