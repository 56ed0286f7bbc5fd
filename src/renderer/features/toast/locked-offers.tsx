import { LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './toast-page.module.css';

/** All the preview says while the desk is locked: that somebody waits, and nothing of who or what (UI-12). */
export function LockedOffers({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.ended} role="status">
      <LockKeyhole aria-hidden="true" />
      <div>
        <p>
          <strong>{t('lock.toast', { count })}</strong>
        </p>
        <p>{t('lock.toast.hint')}</p>
      </div>
    </div>
  );
}
