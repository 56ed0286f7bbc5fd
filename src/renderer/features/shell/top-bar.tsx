import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pill } from '../../components/pill.tsx';
import { useDesk } from '../../state/hooks.ts';
import { Palette } from '../palette/index.ts';
import { AgentMenu } from './agent-menu.tsx';
import { AgentState } from './agent-state.tsx';
import { Capacity } from './capacity.tsx';
import { Connection } from './connection.tsx';
import { LogOutDialog } from './log-out-dialog.tsx';
import styles from './top-bar.module.css';

/** Who works here, in which state, with how much in hand, and whether the server is there (UI-1). */
export function TopBar() {
  const { t } = useTranslation();
  const [loggingOut, setLoggingOut] = useState(false);
  const trial = useDesk((model) => model.session.trial);
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <AgentState />
        <Capacity />
      </div>
      <Palette onLogOut={() => setLoggingOut(true)} />
      <div className={styles.end}>
        {trial && (
          <span title={t('top.trial.hint')}>
            <Pill look="info">{t('top.trial')}</Pill>
          </span>
        )}
        <Connection />
        <AgentMenu />
      </div>
      <LogOutDialog open={loggingOut} onClose={() => setLoggingOut(false)} />
    </header>
  );
}
