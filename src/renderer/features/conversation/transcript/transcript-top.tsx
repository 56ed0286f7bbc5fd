import type { RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Spinner } from '../../../components/spinner.tsx';
import { useInteraction } from '../../../state/hooks.ts';
import type { Transcript } from '../../../state/transcript.ts';
import { useConversation } from '../conversation-context.ts';
import { useTimes } from '../times.ts';
import styles from './transcript.module.css';
import { type OlderMessages, useOlderMessages } from './use-older-messages.ts';

/** Where the session at hand began, unless earlier ones stand above it: then it has a header of its own. */
function Start() {
  const { t } = useTranslation();
  const { interactionId } = useConversation();
  const { date } = useTimes();
  const createdAt = useInteraction(interactionId)?.interaction.createdAt;
  if (createdAt === undefined) return null;
  return <p className={styles.start}>{t('conversation.start', { time: date(createdAt) })}</p>;
}

function More({ older }: { readonly older: OlderMessages }) {
  const { t } = useTranslation();
  if (older.loading) {
    return (
      <p className={styles.start}>
        <Spinner size="small" /> {t('conversation.older.loading')}
      </p>
    );
  }
  return (
    <>
      {older.error && <p className={styles.olderFailed}>{older.error.message}</p>}
      <Button size="small" onPress={older.load}>
        {t('conversation.older')}
      </Button>
    </>
  );
}

export interface TranscriptTopProps {
  readonly transcript: Transcript;
  readonly ref: RefCallback<HTMLElement>;
}

/** Above the oldest message here: the way to older ones, and where the conversation began. */
export function TranscriptTop({ transcript, ref }: TranscriptTopProps) {
  const { t } = useTranslation();
  const older = useOlderMessages(transcript);
  return (
    <div ref={ref} className={styles.top}>
      {older.hasMore && <More older={older} />}
      {!older.hasMore && older.hasSessions && <p className={styles.start}>{t('conversation.no-older')}</p>}
      {!transcript.hasOlder && !older.hasSessions && <Start />}
    </div>
  );
}
