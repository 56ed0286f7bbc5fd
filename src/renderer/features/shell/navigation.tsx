import { MessagesSquare, Puzzle, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import { useRegion } from '../../plugins/hooks.ts';
import { usePluginText } from '../../plugins/use-plugin-text.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, useUi } from '../../state/hooks.ts';
import { waitingCount } from '../../state/selectors.ts';
import { type MainView, showView } from '../../state/ui-store.ts';
import styles from './navigation.module.css';

/** The views of the main window; only those that exist are shown. */
export function Navigation() {
  const { t } = useTranslation();
  const waiting = useDesk(waitingCount);
  const label = waiting === 0 ? t('navigation.interactions') : t('navigation.interactions.waiting', { count: waiting });
  return (
    <nav className={styles.navigation} aria-label={t('navigation.label')}>
      <Entry view="interactions" label={label}>
        <MessagesSquare />
        <span className={styles.badge} aria-hidden="true">
          <Badge count={waiting} label="" look="danger" />
        </span>
      </Entry>
      <PluginEntries />
      <span className={styles.gap} />
      <Entry view="settings" label={t('navigation.settings')}>
        <Settings />
      </Entry>
    </nav>
  );
}

interface EntryProps {
  readonly view: MainView;
  readonly label: string;
  readonly children: ReactNode;
}

function Entry({ view, label, children }: EntryProps) {
  const { ui } = useServices();
  const current = useUi((state) => state.view === view);
  return (
    <Tooltip text={label} placement="right">
      <ToggleButton
        className={styles.entry ?? ''}
        aria-label={label}
        isSelected={current}
        onChange={() => showView(ui, view)}
      >
        {children}
      </ToggleButton>
    </Tooltip>
  );
}

/** A view of a plug-in has an entry; its icon is the contribution of the same id to `main.navigation`. */
function PluginEntries() {
  const translate = usePluginText();
  const views = useRegion('main.view');
  const icons = useRegion('main.navigation');
  return views.map(({ id, title }) => {
    const Icon = icons.find((entry) => entry.id === id)?.component ?? Puzzle;
    return (
      <Entry key={id} view={`plugin:${id}`} label={translate(title)}>
        <Icon />
      </Entry>
    );
  });
}
