import { Info, LogOut, Palette } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator, MenuTrigger } from '../../components/menu.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import { showView } from '../../state/ui-store.ts';
import { AppearanceDialog } from '../appearance/index.ts';
import styles from './agent-menu.module.css';
import { LogOutDialog } from './log-out-dialog.tsx';

/** What concerns the agent as a person: looks and language, about, logging out. */
export function AgentMenu() {
  const { t } = useTranslation();
  const { ui } = useServices();
  const [dialog, setDialog] = useState<'appearance' | 'log-out' | null>(null);
  const agent = useDesk((model) => model.session.agent);
  if (!agent) return null;
  const close = () => setDialog(null);
  return (
    <>
      <MenuTrigger>
        <AriaButton className={styles.trigger ?? ''} aria-label={t('top.agent-menu', { name: agent.displayName })}>
          <Avatar name={agent.displayName} />
        </AriaButton>
        <Menu placement="bottom end" aria-label={t('top.agent-menu', { name: agent.displayName })}>
          <MenuSection title={agent.displayName}>
            <MenuItem
              id="appearance"
              icon={<Palette />}
              label={t('top.agent-menu.appearance')}
              onAction={() => setDialog('appearance')}
            />
            <MenuItem
              id="about"
              icon={<Info />}
              label={t('top.agent-menu.about')}
              onAction={() => showView(ui, 'about')}
            />
          </MenuSection>
          <MenuSeparator />
          <MenuItem
            id="log-out"
            icon={<LogOut />}
            label={t('top.agent-menu.log-out')}
            onAction={() => setDialog('log-out')}
          />
        </Menu>
      </MenuTrigger>
      <AppearanceDialog open={dialog === 'appearance'} onClose={close} />
      <LogOutDialog open={dialog === 'log-out'} onClose={close} />
    </>
  );
}
