import { ArrowDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './transcript.module.css';

export interface NewMessagesButtonProps {
  /** Messages that came below what is seen. */
  readonly count: number;
  readonly onPress: () => void;
}

/** Leads to the end of the transcript, and says what waits there. */
export function NewMessagesButton({ count, onPress }: NewMessagesButtonProps) {
  const { t } = useTranslation();
  const label = count > 0 ? t('conversation.new-messages', { count }) : t('conversation.to-end');
  return (
    <Button className={styles.toEnd ?? ''} data-fresh={count > 0} aria-label={label} onPress={onPress}>
      <ArrowDown aria-hidden="true" />
      {count > 0 && <span>{label}</span>}
    </Button>
  );
}
