import { BellRing } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import type { ComposerRules } from '#shared/plugin-api/composer.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useInteractionOptions } from '../../../state/hooks.ts';
import { useTemplates } from '../../../state/library.ts';
import { type NotificationPreset, openNotificationEditor } from '../../../state/ui-store.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './failure-line.module.css';

/** The words of a free message as the default notification, where there is one to put them into. */
function usePreset({ interactionId, channel, kind, text }: Message, rules: ComposerRules | undefined) {
  const options = useInteractionOptions(interactionId);
  const templates = useTemplates(channel).value?.templates ?? [];
  return (): NotificationPreset | undefined => {
    const template = kind === 'template' || text === '' ? undefined : rules?.defaultTemplate(options, templates);
    return template && rules?.asNotification(text, template);
  };
}

/** Leads to a notification where a free message, or this notification, does not get through (UI-3, WA-7). */
export function NotificationInstead({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const { interactionId, views } = useConversation();
  const preset = usePreset(message, views.composer);
  if (!views.notifications) return null;
  return (
    <Button className={styles.retry ?? ''} onPress={() => openNotificationEditor(ui, interactionId, preset())}>
      <BellRing aria-hidden="true" />
      {t(message.kind === 'template' ? 'conversation.mode.choose' : 'conversation.as-notification')}
    </Button>
  );
}
