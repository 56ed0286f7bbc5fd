import { AArrowDown, AArrowUp, CircleMinus, CirclePause, Languages, LogOut, Palette, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../i18n/languages.ts';
import { useServices } from '../../state/desk-context.tsx';
import { textScale, textSizes, themes } from '../../theme/theme.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** What can be done anywhere and has no keys of its own: states with reasons, looks, the connection, logging out. */
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
    ...useLookEntries(),
    entry('log-out', t('top.agent-menu.log-out'), <LogOut />, onLogOut),
  ];
}

/** Theme, size of text, and language. */
function useLookEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const { store, client } = useServices();
  const set = (name: string, value: string) => void client.ask('option.set', { name, value });
  const size = Math.round(textScale(store.getState().options['gui.text-size'] ?? '100') * 100);
  const larger = textSizes.find((other) => other > size);
  const smaller = textSizes.findLast((other) => other < size);
  const sized = (id: 'larger' | 'smaller', to: number | undefined, icon: ReactNode) =>
    to === undefined ? [] : [entry(id, t(`palette.text-size.${id}`), icon, () => set('gui.text-size', String(to)))];
  return [
    ...(['system', ...themes] as const).map((name) =>
      entry(`theme:${name}`, t('palette.theme', { theme: t(`appearance.theme.${name}`) }), <Palette />, () =>
        set('gui.theme', name),
      ),
    ),
    ...sized('larger', larger, <AArrowUp />),
    ...sized('smaller', smaller, <AArrowDown />),
    ...Object.entries(languages).map(([tag, { name }]) =>
      entry(`language:${tag}`, t('palette.language', { language: name }), <Languages />, () =>
        set('gui.language', tag),
      ),
    ),
  ];
}

function entry(id: string, title: string, icon: ReactNode, run: () => void): PaletteEntry {
  return { id, group: 'commands', title, words: '', icon, chord: '', run };
}
