import { useTranslation } from 'react-i18next';
import { Pill } from '../../components/pill.tsx';
import { useDesk } from '../../state/hooks.ts';
import { AgentMenu } from './agent-menu.tsx';
import { AgentState } from './agent-state.tsx';
import { Capacity } from './capacity.tsx';
import { Connection } from './connection.tsx';
import styles from './top-bar.module.css';

/** Who works here, in which state, with how much in hand, and whether the server is there (UI-1). */
export function TopBar() {
  const { t } = useTranslation();
  const trial = useDesk((model) => model.session.trial);
  return (
    <header className={styles.bar}>
      <AgentState />
      <Capacity />
      <span className={styles.gap} />
      {trial && (
        <span title={t('top.trial.hint')}>
          <Pill look="info">{t('top.trial')}</Pill>
        </span>
      )}
      <Connection />
      <AgentMenu />
    </header>
  );
}
