import { useTranslation } from 'react-i18next';
import type { InteractionView } from '#shared/ipc/view.ts';
import { useCustomerName } from '../../plugins/display-names.ts';
import { useMediaType } from '../../plugins/hooks.ts';
import { useShortcut } from '../../shortcuts/hooks.ts';
import { useServices } from '../../state/desk-context.tsx';
import { useUi } from '../../state/hooks.ts';
import { useReplyPrivilege } from '../../state/privileges.ts';
import { closeNotificationEditor, openNotificationEditor, takeNotificationPreset } from '../../state/ui-store.ts';
import { EditorDialog } from './editor-dialog.tsx';
import { useInteractionPlace } from './place.ts';

/** Writes notifications over an interaction (UI-7): opened by `openNotificationEditor`, and by its keys. */
export function NotificationEditor({ view }: { readonly view: InteractionView }) {
  const { t } = useTranslation();
  const { ui, client } = useServices();
  const { id, mediaType, stage } = view.interaction;
  const { notifications } = useMediaType(mediaType).views;
  const name = useCustomerName(view);
  const may = useReplyPrivilege(id).granted;
  const open = useUi((state) => state.notificationEditor?.interactionId === id);
  const preset = useUi((state) => (open ? (state.notificationEditor?.preset ?? null) : null));
  const place = useInteractionPlace(view);
  const possible = notifications !== undefined && may && stage === 'assigned';
  useShortcut('composer.notification', () => openNotificationEditor(ui, id), possible);
  if (!open || !notifications) return null;
  return (
    <EditorDialog
      title={t('notification.title', { name })}
      place={place}
      notifications={notifications}
      preset={preset}
      onBegun={() => takeNotificationPreset(ui)}
      onSend={(content) => client.run('interaction.send', { interactionId: id, content })}
      onClose={() => closeNotificationEditor(ui)}
    />
  );
}
