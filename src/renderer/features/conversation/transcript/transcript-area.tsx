import { MessagesSquare, TriangleAlert } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Spinner } from '../../../components/spinner.tsx';
import { useServices } from '../../../state/desk-context.tsx';
import { useTranscript } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './transcript.module.css';
import { Transcript, type TranscriptHandle } from './transcript.tsx';

/** The transcript, or why there is none to show yet. */
export function TranscriptArea({ ref }: { readonly ref: Ref<TranscriptHandle> }) {
  const { t } = useTranslation();
  const { interactionId } = useConversation();
  const { sync } = useServices();
  const transcript = useTranscript(interactionId);
  if (transcript && transcript.messages.length > 0) return <Transcript ref={ref} transcript={transcript} />;
  if (transcript?.state === 'failed') {
    return (
      <div className={styles.state} role="alert">
        <EmptyState
          icon={<TriangleAlert />}
          title={t('conversation.load-failed')}
          hint={transcript.error?.message ?? ''}
        >
          <Button onPress={() => void sync.openTranscript(interactionId)}>{t('conversation.load-again')}</Button>
        </EmptyState>
      </div>
    );
  }
  if (transcript?.state === 'ready') {
    return (
      <div className={styles.state} role="log" aria-label={t('conversation.transcript')}>
        <EmptyState icon={<MessagesSquare />} title={t('conversation.empty')} hint={t('conversation.empty.hint')} />
      </div>
    );
  }
  return (
    <div className={styles.state} role="status">
      <span className={styles.loading}>
        <Spinner /> {t('conversation.loading')}
      </span>
    </div>
  );
}
