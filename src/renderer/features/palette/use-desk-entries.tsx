import { CircleMinus, CirclePause, LogOut, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../state/desk-context.tsx';
import { keylessEntry as entry, type PaletteEntry } from './palette-entry.ts';

/** What can be done anywhere and has no keys of its own: states with reasons, the connection, logging out. */
export function useDeskEntries(onLogOut: () => void): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const { store, client } = useServices();
  const { session, connection } = store.getState();
  const states = session.directory.notReadyReasons.map(({ value, displayName }) =>
    entry(`not-ready:${value}`, t('palette.not-ready', { reason: displayName }), <CircleMinus />, () => {
      void client.perform('agent.set-state', { state: 'not-ready', reason: value });
    }),
  );
  const retry = entry('retry', t('connection.retry'), <RefreshCw />, () => void client.ask('connection.retry', {}));
  return [
    ...states,
    entry('after-work', t('palette.after-work'), <CirclePause />, () => {
      void client.perform('agent.set-state', { state: 'after-work' });
    }),
    ...(connection.state === 'connected' ? [] : [retry]),
    entry('log-out', t('top.agent-menu.log-out'), <LogOut />, onLogOut),
  ];
}
