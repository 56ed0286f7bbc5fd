export { TemplatesAdministration } from './templates-section.tsx';
export { useMayManageTemplates } from './use-template-channels.ts';
