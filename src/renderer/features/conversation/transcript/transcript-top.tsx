import type { RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Spinner } from '../../../components/spinner.tsx';
import { useServices } from '../../../state/desk-context.tsx';
import { useInteraction } from '../../../state/hooks.ts';
import type { Transcript } from '../../../state/transcript.ts';
import { useConversation } from '../conversation-context.ts';
import { useTimes } from '../times.ts';
import styles from './transcript.module.css';

function Start() {
  const { t } = useTranslation();
  const { interactionId } = useConversation();
  const { date } = useTimes();
  const createdAt = useInteraction(interactionId)?.interaction.createdAt;
  if (createdAt === undefined) return null;
  return <p className={styles.start}>{t('conversation.start', { time: date(createdAt) })}</p>;
}

function Older({ transcript }: { readonly transcript: Transcript }) {
  const { t } = useTranslation();
  const { interactionId } = useConversation();
  const { sync } = useServices();
  if (transcript.loadingOlder) {
    return (
      <p className={styles.start}>
        <Spinner size="small" /> {t('conversation.older.loading')}
      </p>
    );
  }
  return (
    <>
      {transcript.error && <p className={styles.olderFailed}>{transcript.error.message}</p>}
      <Button size="small" onPress={() => void sync.loadOlder(interactionId)}>
        {t('conversation.older')}
      </Button>
    </>
  );
}

export interface TranscriptTopProps {
  readonly transcript: Transcript;
  readonly ref: RefCallback<HTMLElement>;
}

/** Above the oldest message here: the way to older ones, or where the conversation began. */
export function TranscriptTop({ transcript, ref }: TranscriptTopProps) {
  return (
    <div ref={ref} className={styles.top}>
      {transcript.hasOlder ? <Older transcript={transcript} /> : <Start />}
    </div>
  );
}
