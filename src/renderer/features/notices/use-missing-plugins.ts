import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Notice } from '#shared/ipc/view.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import { missingMedia } from './missing-plugins.ts';

/** Warnings about media that no running plug-in has; they stay until that has changed. */
export function useMissingPlugins(): readonly Notice[] {
  const { t } = useTranslation();
  const registered = useStore(useServices().plugins.store, (state) => state.mediaTypes);
  const facts = useDesk(({ session, plugins }) => ({ phase: session.phase, directory: session.directory, plugins }));
  // A plug-in that runs has its views in a moment; until then nothing is missing.
  const loading = facts.plugins.some(({ state }) => state === 'running') && registered.size === 0;
  if (loading) return [];
  const missing = missingMedia({ session: facts, plugins: facts.plugins, known: new Set(registered.keys()) });
  return missing.map(({ medium, channels, plugin }) => ({
    id: `missing-plugin:${medium}`,
    severity: 'warning',
    code: 'plugin-missing',
    message: plugin
      ? t('notices.missing-plugin.reason', { medium, channels, plugin: plugin.name, reason: plugin.reason })
      : t('notices.missing-plugin', { medium, channels }),
    at: 0,
  }));
}
