import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './composer.module.css';

/** Stands where the composer would be, and says which privilege the agent lacks (ROLE-1). */
export function NoReply({ privilege }: { readonly privilege: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.composer}>
      <p className={styles.noReply}>
        <Lock aria-hidden="true" />
        <span>{t('conversation.no-reply', { privilege })}</span>
      </p>
    </div>
  );
}
