export { EditorDialog } from './editor-dialog.tsx';
export { NotificationForm } from './form/notification-form.tsx';
export { useNotification } from './form/use-notification.ts';
export { RefreshLine } from './list/refresh-line.tsx';
export { templateKey } from './list/template-filter.ts';
export { TemplateList } from './list/template-list.tsx';
export { TemplateStatusPill } from './list/template-status.tsx';
export { NotificationEditor } from './notification-editor.tsx';
export type { NotificationPlace } from './place.ts';
