import { AArrowDown, AArrowUp, Languages, Palette } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../i18n/languages.ts';
import { useServices } from '../../state/desk-context.tsx';
import { textScale, textSizes, themes } from '../../theme/theme.ts';
import { keylessEntry as entry, type PaletteEntry } from './palette-entry.ts';

/** Theme, size of text, and language. */
export function useLookEntries(): readonly PaletteEntry[] {
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
