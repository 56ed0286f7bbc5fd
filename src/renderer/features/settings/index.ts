export { SettingsPage } from './settings-page.tsx';
export { useSections } from './use-sections.ts';
