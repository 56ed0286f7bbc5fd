import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import { useDesk } from '../../state/hooks.ts';
import { EditorDialog, type NotificationPlace } from '../notifications/index.ts';
import type { ChosenProps } from './use-begin.ts';

const nobody = { name: '', firstName: '', lastName: '' } as const;

export interface SessionNotificationProps extends ChosenProps {
  readonly notifications: NotificationViews;
}

/** The notification editor over a session that is still to be begun (UI-7). */
export function SessionNotification({ begin, person, choice, notifications }: SessionNotificationProps) {
  const { t } = useTranslation();
  const place = usePlace(begin.text.views.mediaType, person, choice);
  return (
    <EditorDialog
      title={t('notification.title', { name: person.name })}
      place={place}
      notifications={notifications}
      preset={null}
      onSend={(content) => begin.start(choice.channel, content)}
      onClose={() => begin.edit(false)}
    />
  );
}

function usePlace(
  mediaType: string,
  { contact }: ChosenProps['person'],
  { channel, displayName, window }: ChosenProps['choice'],
): NotificationPlace {
  const agent = useDesk((model) => model.session.agent) ?? nobody;
  return useMemo(
    () => ({
      id: `new-session:${channel}:${contact.id}`,
      mediaType,
      channel,
      interaction: { stage: 'assigned', window, channel },
      contact,
      fields: { contact, interaction: null, agent, channel: displayName },
    }),
    [mediaType, contact, channel, displayName, window, agent],
  );
}
