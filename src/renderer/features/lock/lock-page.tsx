import { LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Mark } from '../../components/mark.tsx';
import { useDesk } from '../../state/hooks.ts';
import styles from './lock-page.module.css';
import { UnlockForm } from './unlock-form.tsx';
import { useUnlock } from './use-unlock.ts';

/**
 * All a window shows while the desk is locked (UI-12): that it is, whose it is, and the way in. Nothing of a customer is
 * on the page; what a window showed is built anew once the password was right.
 */
export function LockPage() {
  const { t } = useTranslation();
  const agent = useDesk((model) => model.session.agent?.displayName ?? '');
  const reason = useDesk((model) => model.session.locked ?? 'agent');
  const unlock = useUnlock();
  return (
    <div className={styles.page}>
      <main className={styles.card} aria-labelledby="lock-title">
        <p className={styles.brand}>
          <Mark />
          {t('app.name')}
        </p>
        <header className={styles.head}>
          <span className={styles.icon}>
            <LockKeyhole aria-hidden="true" />
          </span>
          <h1 id="lock-title">{t('lock.title')}</h1>
          <p>{t(`lock.reason.${reason}`)}</p>
        </header>
        <UnlockForm unlock={unlock} who={t('lock.who', { name: agent })} />
        <Button look="quiet" onPress={unlock.signOut} isDisabled={unlock.busy}>
          {t('lock.sign-out')}
        </Button>
      </main>
    </div>
  );
}
