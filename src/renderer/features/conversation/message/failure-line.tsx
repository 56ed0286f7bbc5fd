import { CircleAlert, CircleHelp, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useClient } from '../../../state/hooks.ts';
import { useReplyPrivilege } from '../../../state/privileges.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './failure-line.module.css';
import { useFailure } from './use-failure.ts';

function RetryButton({ message }: { readonly message: Message }) {
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

/** Under an own message that did not get through: why, with the code, and what can be done (UI-3, WA-7). */
export function FailureLine({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const { interactionId, views, open, retried } = useConversation();
  const mayReply = useReplyPrivilege(interactionId).granted;
  const failure = useFailure(message, views);
  if (!failure) return null;
  // What failed in an earlier session is history.
  const isAtHand = message.interactionId === interactionId;
  const unknown = message.status === 'unknown';
  const Icon = unknown ? CircleHelp : CircleAlert;
  return (
    <div className={styles.line} data-status={message.status}>
      <Icon aria-hidden="true" />
      <p>
        {!unknown && <strong>{t('conversation.failed')} </strong>}
        <span dir="auto">{failure.sentence}</span>
        {failure.code !== undefined && (
          <span className={styles.code}> {t('conversation.failed.code', { code: failure.code })}</span>
        )}
      </p>
      {failure.canRetry && isAtHand && open && mayReply && !retried.has(message.id) && (
        <RetryButton message={message} />
      )}
    </div>
  );
}
