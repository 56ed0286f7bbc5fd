import { useTranslation } from 'react-i18next';
import type { ShortcutId } from '#shared/commands/shortcuts.ts';
import { shortcutTitles } from './titles.ts';

/** Gives a command's name for people. */
export function useShortcutTitle(): (id: ShortcutId) => string {
  const { t } = useTranslation();
  return (id) => {
    const nth = /^interaction\.open-(\d)$/.exec(id)?.[1];
    if (nth !== undefined) return t('shortcut.interaction.open-nth', { nth });
    return t(shortcutTitles[id as keyof typeof shortcutTitles]);
  };
}
