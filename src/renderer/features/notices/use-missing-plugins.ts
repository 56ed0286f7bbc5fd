import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Notice } from '#shared/ipc/view.ts';
import { usePluginsSettled } from '../../plugins/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk } from '../../state/hooks.ts';
import { missingMedia } from './missing-plugins.ts';

/** Warnings about media that no running plug-in has; they stay until that has changed. */
export function useMissingPlugins(): readonly Notice[] {
  const { t } = useTranslation();
  const registered = useStore(useServices().plugins.store, (state) => state.mediaTypes);
  const settled = usePluginsSettled();
  const { directory, plugins } = useDesk((model) => ({ directory: model.session.directory, plugins: model.plugins }));
  if (!settled) return [];
  const missing = missingMedia({ directory, plugins, known: new Set(registered.keys()) });
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
