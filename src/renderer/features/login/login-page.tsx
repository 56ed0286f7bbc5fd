import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/mark.tsx';
import { useDesk } from '../../state/hooks.ts';
import { Notices } from '../notices/index.ts';
import { ConnectionState } from './connection-state.tsx';
import { LoginForm } from './login-form.tsx';
import styles from './login-page.module.css';
import { TrialAgents } from './trial-agents.tsx';
import { useLogin } from './use-login.ts';

/** The first page: whom the agent works as. In trial mode the sample agents are one press away. */
export function LoginPage() {
  const { t } = useTranslation();
  const trial = useDesk((model) => model.session.trial);
  const version = useDesk((model) => model.program.version);
  const login = useLogin();
  return (
    <div className={styles.page}>
      <div className={styles.notices}>
        <Notices />
      </div>
      <main className={styles.card} data-trial={trial} aria-labelledby="login-title">
        <header className={styles.head}>
          <p className={styles.brand}>
            <Mark />
            {t('app.name')}
          </p>
          <h1 id="login-title">{t(trial ? 'login.trial.title' : 'login.title')}</h1>
          <p className={styles.lead}>{t(trial ? 'login.trial.lead' : 'login.lead')}</p>
        </header>
        <ConnectionState />
        <div className={styles.ways}>
          {trial && <TrialAgents login={login} />}
          {trial && <p className={styles.or}>{t('login.or')}</p>}
          <LoginForm login={login} />
        </div>
      </main>
      <footer className={styles.version}>{version !== '' && t('login.version', { version })}</footer>
    </div>
  );
}
