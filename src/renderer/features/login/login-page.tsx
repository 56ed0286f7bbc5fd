import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Mark } from '../../components/mark.tsx';
import { useDesk } from '../../state/hooks.ts';
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
  const [byPassword, setByPassword] = useState(false);
  const login = useLogin();
  const agents = trial && !byPassword;
  return (
    <div className={styles.page}>
      <main className={styles.card} aria-labelledby="login-title">
        <header className={styles.brand}>
          <Mark />
          <p className={styles.name}>{t('app.name')}</p>
        </header>
        <h1 id="login-title">{t(agents ? 'login.trial.title' : 'login.title')}</h1>
        <p className={styles.lead}>{t(agents ? 'login.trial.lead' : 'login.lead')}</p>
        <ConnectionState />
        {agents ? <TrialAgents login={login} /> : <LoginForm login={login} />}
        {trial && (
          <Button look="quiet" wide isDisabled={login.busy !== null} onPress={() => setByPassword(!byPassword)}>
            {t(byPassword ? 'login.trial.agents.back' : 'login.trial.password')}
          </Button>
        )}
      </main>
      {version !== '' && <p className={styles.version}>{t('login.version', { version })}</p>}
    </div>
  );
}
