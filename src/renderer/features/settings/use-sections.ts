import { type SettingsSection, settingsSections } from '../../state/ui-store.ts';
import { useMayManageTemplates } from '../templates/index.ts';

/** The sections this agent has (ROLE-1). */
export function useSections(): readonly SettingsSection[] {
  const mayManageTemplates = useMayManageTemplates();
  return settingsSections.filter((section) => section !== 'templates' || mayManageTemplates);
}
