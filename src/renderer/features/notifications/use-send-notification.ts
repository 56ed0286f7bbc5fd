import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce, useClient } from '../../state/hooks.ts';
import type { Notification } from './form/use-notification.ts';

export interface SendingNotification {
  readonly send: () => Promise<void>;
  readonly sending: boolean;
  /** Why it was refused; null while all is well. */
  readonly refusal: string | null;
}

/** Sends what the editor holds; it closes once the message is on this computer's disk. */
export function useSendNotification(
  interactionId: string,
  { template, fill, forget }: Notification,
  onSent: () => void,
): SendingNotification {
  const { t } = useTranslation();
  const client = useClient();
  const announce = useAnnounce();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async () => {
    if (!template || sending) return;
    setSending(true);
    const content = { kind: 'template', template: { name: template.name, language: template.language }, fill } as const;
    const result = await client.run('interaction.send', { interactionId, content });
    setSending(false);
    setRefusal(result.ok ? null : result.error.message);
    if (!result.ok) return client.warned();
    announce(t('notification.sent'));
    forget();
    onSent();
  };
  return { send, sending, refusal };
}
