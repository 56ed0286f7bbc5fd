import { Info, LockKeyhole, LogOut, Palette, Settings } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar.tsx';
import { Menu, MenuItem, MenuSection, MenuSeparator, MenuTrigger } from '../../components/menu.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import { showSettings, showView } from '../../state/ui-store.ts';
import styles from './agent-menu.module.css';
import { LogOutDialog } from './log-out-dialog.tsx';

/** What concerns the agent as a person: settings, about, logging out. */
export function AgentMenu() {
  const { t } = useTranslation();
  const { ui, client } = useServices();
  const [loggingOut, setLoggingOut] = useState(false);
  const agent = useDesk((model) => model.session.agent);
  const place = useDesk((model) => model.session.place);
  if (!agent) return null;
  return (
    <>
      <MenuTrigger>
        <AriaButton className={styles.trigger ?? ''} aria-label={t('top.agent-menu', { name: agent.displayName })}>
          <Avatar name={agent.displayName} />
        </AriaButton>
        <Menu placement="bottom end" aria-label={t('top.agent-menu', { name: agent.displayName })}>
          <MenuSection title={agent.displayName} detail={place === '' ? '' : t('top.agent-menu.place', { place })}>
            <MenuItem
              id="appearance"
              icon={<Palette />}
              label={t('top.agent-menu.appearance')}
              onAction={() => showSettings(ui, 'appearance')}
            />
            <MenuItem
              id="settings"
              icon={<Settings />}
              label={t('top.agent-menu.settings')}
              onAction={() => showView(ui, 'settings')}
            />
            <MenuItem
              id="about"
              icon={<Info />}
              label={t('top.agent-menu.about')}
              onAction={() => showSettings(ui, 'about')}
            />
          </MenuSection>
          <MenuSeparator />
          <MenuItem
            id="lock"
            icon={<LockKeyhole />}
            label={t('lock.now')}
            onAction={() => void client.perform('application.lock', {})}
          />
          <MenuItem
            id="log-out"
            icon={<LogOut />}
            label={t('top.agent-menu.log-out')}
            onAction={() => setLoggingOut(true)}
          />
        </Menu>
      </MenuTrigger>
      <LogOutDialog open={loggingOut} onClose={() => setLoggingOut(false)} />
    </>
  );
}
