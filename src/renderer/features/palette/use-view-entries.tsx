import { Puzzle, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../../plugins/hooks.ts';
import { usePluginText } from '../../plugins/use-plugin-text.ts';
import { useServices } from '../../state/desk-context.tsx';
import { showSettings, showView } from '../../state/ui-store.ts';
import { useSections } from '../settings/index.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** The sections of the settings, and the views of plug-ins. */
export function useViewEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const { ui } = useServices();
  const translate = usePluginText();
  const sections = useSections().map(
    (section): PaletteEntry => ({
      id: `settings:${section}`,
      group: 'commands',
      title: t('palette.settings', { section: t(`settings.section.${section}`) }),
      words: '',
      icon: <Settings />,
      chord: '',
      run: () => showSettings(ui, section),
    }),
  );
  const views = useRegion('main.view').map(
    ({ id, title }): PaletteEntry => ({
      id: `view:${id}`,
      group: 'commands',
      title: t('palette.view', { view: translate(title) }),
      words: '',
      icon: <Puzzle />,
      chord: '',
      run: () => showView(ui, `plugin:${id}`),
    }),
  );
  return [...views, ...sections];
}
