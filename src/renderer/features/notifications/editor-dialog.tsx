import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { closeNotificationEditor, type NotificationPreset } from '../../state/ui-store.ts';
import { EditorBody } from './editor-body.tsx';
import { useNotification } from './form/use-notification.ts';
import { SendReason } from './send-reason.tsx';
import { usePreset } from './use-preset.ts';
import { useSendNotification } from './use-send-notification.ts';

export interface EditorDialogProps {
  readonly title: string;
  readonly view: InteractionView;
  readonly notifications: NotificationViews;
  readonly preset: NotificationPreset | null;
}

/** The open editor: list, fields, preview, and Send with the reason why it is off. What is written stays when it closes. */
export function EditorDialog({ title, view, notifications, preset }: EditorDialogProps) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const notification = useNotification(view);
  const { template, state } = notification;
  const close = () => closeNotificationEditor(ui);
  const [choosing, setChoosing] = useState(false);
  const missing = usePreset(view.interaction.channel, preset, notification);
  const { send, sending, refusal } = useSendNotification(view.interaction.id, notification, close);
  const canSend = template !== undefined && state.block === undefined && state.open.length === 0;
  const choose = (chosen: Template) => {
    notification.choose(chosen);
    setChoosing(false);
  };
  return (
    <Dialog
      title={title}
      size="large"
      open
      onClose={close}
      actions={
        <>
          <SendReason notification={notification} refusal={refusal} />
          <Button onPress={close}>{t('notification.close')}</Button>
          <Button look="primary" isDisabled={!canSend || sending} onPress={() => void send()}>
            {t('notification.send')}
          </Button>
        </>
      }
    >
      <EditorBody
        view={view}
        notification={notification}
        notifications={notifications}
        missing={missing}
        choosing={choosing || template === undefined}
        onChoosing={setChoosing}
        onChoose={choose}
        onSend={() => (canSend ? void send() : notification.press())}
      />
    </Dialog>
  );
}
