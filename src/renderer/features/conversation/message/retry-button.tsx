import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useClient } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './failure-line.module.css';

/** Sends again what failed, or what may not have been sent. */
export function RetryButton({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const { noteRetry } = useConversation();
  const { interactionId, id, status } = message;
  const retry = async () => {
    setBusy(true);
    const result = await client.perform('interaction.retry', { interactionId, messageId: id });
    setBusy(false);
    if (result.ok || result.error.code === 'already-retried') noteRetry(id);
  };
  return (
    <Button className={styles.retry ?? ''} isDisabled={busy} onPress={() => void retry()}>
      <RotateCcw aria-hidden="true" />
      {t(status === 'unknown' ? 'conversation.send-again' : 'conversation.retry')}
    </Button>
  );
}
