import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '#shared/domain/template.ts';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import type { Result } from '#shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import type { NotificationPreset } from '../../state/ui-store.ts';
import { EditorBody } from './editor-body.tsx';
import { useNotification } from './form/use-notification.ts';
import type { NotificationPlace } from './place.ts';
import { SendReason } from './send-reason.tsx';
import { usePreset } from './use-preset.ts';
import { type NotificationContent, useSendNotification } from './use-send-notification.ts';

export interface EditorDialogProps {
  readonly title: string;
  readonly place: NotificationPlace;
  readonly notifications: NotificationViews;
  readonly preset: NotificationPreset | null;
  /** The preset stands in the editor. */
  readonly onBegun?: () => void;
  /** Sends what was written; the editor closes unless that was refused. */
  readonly onSend: (content: NotificationContent) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}

/** The open editor: list, fields, preview, and Send with the reason why it is off. What is written stays when it closes. */
export function EditorDialog(props: EditorDialogProps) {
  const { title, place, notifications, preset, onBegun, onSend, onClose: close } = props;
  const { t } = useTranslation();
  const notification = useNotification(place);
  const { template, state } = notification;
  const [choosing, setChoosing] = useState(false);
  const missing = usePreset(place.channel, preset, notification, onBegun);
  const { send, sending, refusal } = useSendNotification(notification, onSend, close);
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
        place={place}
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
