import { useTranslation } from 'react-i18next';
import type { Message } from '#shared/domain/message.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { useConversation } from '../conversation-context.ts';
import { useTimes } from '../times.ts';
import styles from './originals-dialog.module.css';

export interface OriginalsDialogProps {
  readonly message: Message;
  readonly onClose: () => void;
}

/** What an edited message said before, the first text on top, and what it says now. */
export function OriginalsDialog({ message, onClose }: OriginalsDialogProps) {
  const { t } = useTranslation();
  const { views } = useConversation();
  const { date } = useTimes();
  return (
    <Dialog title={t('original.title')} open onClose={onClose}>
      <ol className={styles.texts}>
        {message.revisions.map(({ text, replacedAt }) => (
          <li key={`${replacedAt}-${text}`}>
            <p className={styles.when}>{t('original.until', { date: date(replacedAt) })}</p>
            <p className={styles.text} dir="auto">
              {views.renderText(text)}
            </p>
          </li>
        ))}
        {message.revokedAt === null && (
          <li>
            <p className={styles.when}>{t('original.now')}</p>
            <p className={styles.text} dir="auto">
              {views.renderText(message.text)}
            </p>
          </li>
        )}
      </ol>
    </Dialog>
  );
}
