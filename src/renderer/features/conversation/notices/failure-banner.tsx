import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { Button } from '../../../components/button.tsx';
import { NoticeBanner } from '../../../components/notice.tsx';
import { useDesk } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import { useFailure } from '../message/use-failure.ts';
import styles from './failure-banner.module.css';

interface LastFailureProps {
  readonly message: Message;
  readonly count: number;
  readonly onDismiss: () => void;
}

function LastFailure({ message, count, onDismiss }: LastFailureProps) {
  const { t } = useTranslation();
  const { views, jumpTo } = useConversation();
  const failure = useFailure(message, views);
  if (!failure) return null;
  const what =
    message.status === 'unknown' ? t('conversation.banner.unknown') : t('conversation.banner.failed', { count });
  return (
    <div role="alert" className={styles.banner}>
      <NoticeBanner
        severity={message.status === 'unknown' ? 'warning' : 'error'}
        message={count > 1 ? what : `${what} ${failure.sentence}`}
        onDismiss={onDismiss}
      >
        <Button look="quiet" size="small" onPress={() => jumpTo(message.id)}>
          {t('conversation.banner.show')}
        </Button>
      </NoticeBanner>
    </div>
  );
}

/** Over the composer: own messages that did not get through and which the agent has not reacted to (UI-3). */
export function FailureBanner() {
  const { interactionId } = useConversation();
  const [dismissed, setDismissed] = useState<string>();
  const failed = useDesk((model) => model.interactions.get(interactionId)?.failures) ?? [];
  const last = failed.at(-1);
  const message = useDesk((model) =>
    last === undefined ? undefined : model.transcripts.get(interactionId)?.messages.find(({ id }) => id === last),
  );
  if (!message || dismissed === message.id) return null;
  return <LastFailure message={message} count={failed.length} onDismiss={() => setDismissed(message.id)} />;
}
