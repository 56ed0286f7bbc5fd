import { PanelLeftOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FaultBoundary } from '../../components/fault-boundary.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Splitter } from '../../components/splitter.tsx';
import { useShortcutDispatcher } from '../../shortcuts/use-shortcut-dispatcher.ts';
import { useUi } from '../../state/hooks.ts';
import { InteractionList, useInteractionShortcuts } from '../interactions/index.ts';
import { useLockShortcut } from '../lock/index.ts';
import { NewSession } from '../new-session/index.ts';
import { Notices } from '../notices/index.ts';
import { useAnnounceOffers } from '../offers/index.ts';
import { SettingsPage } from '../settings/index.ts';
import { DefaultNotificationNotices } from './default-notification-notices.tsx';
import { MainArea } from './main-area.tsx';
import { Navigation } from './navigation.tsx';
import { PluginPage } from './plugin-page.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useAnnouncePending } from './use-announce-pending.ts';
import { useListPanel } from './use-list-panel.ts';
import { useNothingInFront } from './use-nothing-in-front.ts';
import { useShellShortcuts } from './use-shell-shortcuts.ts';

/** The main window of a logged-in agent (UI-1): top bar, navigation, and the view that is chosen. */
export function Shell() {
  const view = useUi((state) => state.view);
  useShortcutDispatcher();
  useShellShortcuts();
  useLockShortcut();
  useInteractionShortcuts();
  useAnnouncePending();
  useAnnounceOffers();
  useNothingInFront();
  return (
    <div className={styles.shell}>
      <TopBar />
      <Notices />
      <DefaultNotificationNotices />
      <div className={styles.body}>
        <Navigation />
        <FaultBoundary key={view} title={view}>
          {view === 'interactions' && <InteractionsView />}
          {view === 'settings' && <SettingsPage />}
          {view.startsWith('plugin:') && <PluginPage id={view.slice('plugin:'.length)} />}
        </FaultBoundary>
      </div>
      <NewSession />
    </div>
  );
}

function InteractionsView() {
  const { t } = useTranslation();
  const { open, setOpen, width } = useListPanel();
  return (
    <>
      {open ? (
        <section className={styles.list} ref={width.panel} data-list="interactions" aria-label={t('list.label')}>
          <InteractionList onHide={() => setOpen(false)} />
          <Splitter label={t('list.resize')} edge="end" {...width.splitter} />
        </section>
      ) : (
        <div className={styles.strip}>
          <IconButton label={t('list.show')} onPress={() => setOpen(true)}>
            <PanelLeftOpen />
          </IconButton>
        </div>
      )}
      <div className={styles.main}>
        <MainArea />
      </div>
    </>
  );
}
