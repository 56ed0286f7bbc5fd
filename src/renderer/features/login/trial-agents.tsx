import { ChevronRight } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TrialAgent } from '#shared/protocol/login.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Button } from '../../components/button.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { Spinner } from '../../components/spinner.tsx';
import styles from './trial-agents.module.css';
import type { Login } from './use-login.ts';
import { useTrialAgents } from './use-trial-agents.ts';

/** The sample agents; one press logs in. */
export function TrialAgents({ login }: { readonly login: Login }) {
  const { t } = useTranslation();
  const { agents, refusal, ask } = useTrialAgents();
  const problem = refusal ?? (login.refusal?.way === 'trial-agent' ? login.refusal : null);
  return (
    <div className={styles.agents}>
      {agents === undefined && !problem && (
        <p className={styles.waiting} role="status">
          <Spinner /> {t('login.trial.waiting')}
        </p>
      )}
      {agents?.length === 0 && <p className={styles.waiting}>{t('login.trial.none')}</p>}
      {agents !== undefined && agents.length > 0 && (
        <ul aria-label={t('login.trial.agents')}>
          {agents.map((agent, index) => (
            <li key={agent.name}>
              <AgentButton agent={agent} login={login} first={index === 0} />
            </li>
          ))}
        </ul>
      )}
      {problem && <FormRefusal message={problem.message} />}
      {refusal && <Button onPress={ask}>{t('login.connection.retry')}</Button>}
    </div>
  );
}

interface AgentButtonProps {
  readonly agent: TrialAgent;
  readonly login: Login;
  readonly first: boolean;
}

function AgentButton({ agent, login, first }: AgentButtonProps) {
  const { t } = useTranslation();
  const { name, displayName, groups, password } = agent;
  const busy = login.busy === name;
  const where = groups.join(', ');
  return (
    <AriaButton
      className={styles.agent ?? ''}
      autoFocus={first}
      isDisabled={login.busy !== null}
      onPress={() => login.logIn({ agent: name, password }, 'trial-agent')}
    >
      <Avatar name={displayName} id={name} size="large" />
      <span className={styles.who}>
        <span className={styles.name}>
          <span className="visually-hidden">{t('login.trial.agent')} </span>
          {displayName}
        </span>
        {where !== '' && <span className={styles.groups}>{where}</span>}
      </span>
      {busy ? <Spinner /> : <ChevronRight aria-hidden="true" />}
    </AriaButton>
  );
}
