import { RotateCcw } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { isFocusLost } from '../../../components/focus-lost.ts';
import { useClient } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import { useFocusOn } from '../use-focus-on.ts';
import styles from './failure-line.module.css';

/** Sends again what failed, or what may not have been sent. */
export function RetryButton({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const client = useClient();
  const button = useRef<HTMLButtonElement>(null);
  // Not disabled meanwhile: that would take the focus from it.
  const busy = useRef(false);
  const focusOn = useFocusOn();
  const { noteRetry } = useConversation();
  const { interactionId, id, status } = message;
  const retry = async () => {
    if (busy.current) return;
    busy.current = true;
    const result = await client.perform('interaction.retry', { interactionId, messageId: id });
    busy.current = false;
    if (!result.ok && result.error.code !== 'already-retried') return;
    // It goes now, or has gone with the message.
    if (isFocusLost() || document.activeElement === button.current) focusOn();
    noteRetry(id);
  };
  return (
    <Button ref={button} className={styles.retry ?? ''} onPress={() => void retry()}>
      <RotateCcw aria-hidden="true" />
      {t(status === 'unknown' ? 'conversation.send-again' : 'conversation.retry')}
    </Button>
  );
}
