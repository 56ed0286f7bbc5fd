import { CircleAlert, CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { useReplyPrivilege } from '../../../state/privileges.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './failure-line.module.css';
import { NotificationInstead } from './notification-instead.tsx';
import { RetryButton } from './retry-button.tsx';
import { type Failure, useFailure } from './use-failure.ts';
import { useNextStep } from './use-next-step.ts';

interface NextStepProps {
  readonly message: Message;
  readonly failure: Failure;
}

function NextStep({ message, failure }: NextStepProps) {
  const { retried } = useConversation();
  const next = useNextStep(message, failure);
  if (next === 'notification') return <NotificationInstead message={message} />;
  return next === 'retry' && !retried.has(message.id) && <RetryButton message={message} />;
}

/** Under an own message that did not get through: why, with the code, and what can be done (UI-3, WA-7). */
export function FailureLine({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const { interactionId, views, open } = useConversation();
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
      {isAtHand && open && mayReply && <NextStep message={message} failure={failure} />}
    </div>
  );
}
