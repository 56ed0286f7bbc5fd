import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboundContent } from '#shared/domain/outbound.ts';
import type { Result } from '#shared/result.ts';
import { useAnnounce, useClient } from '../../state/hooks.ts';
import type { Notification } from './form/use-notification.ts';

export type NotificationContent = Extract<OutboundContent, { kind: 'template' }>;

export interface SendingNotification {
  /** Does nothing while it is being sent already: the button stays on, or the focus would fall off it. */
  readonly send: () => Promise<void>;
  /** Why it was refused; null while all is well. */
  readonly refusal: string | null;
}

/** Sends what the editor holds; it closes once that was taken. */
export function useSendNotification(
  { template, fill, forget }: Notification,
  onSend: (content: NotificationContent) => Promise<Result<unknown>>,
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
    const result = await onSend(content);
    setSending(false);
    setRefusal(result.ok ? null : result.error.message);
    if (!result.ok) return client.warned();
    announce(t('notification.sent'));
    forget();
    onSent();
  };
  return { send, refusal };
}
