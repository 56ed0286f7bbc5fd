import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button.tsx';
import type { Quote } from '../../../state/ui-store.ts';
import styles from './quote-line.module.css';

/** The message the next one answers, above what is written; Escape in the text box takes it away, too. */
export function QuoteLine({ quote, onRemove }: { readonly quote: Quote; readonly onRemove: () => void }) {
  const { t } = useTranslation();
  const label = t('quote.label', { sender: quote.sender });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line with its button, no fields
    <div className={styles.quote} role="group" aria-label={label}>
      <div className={styles.texts}>
        <p className={styles.sender} dir="auto">
          {label}
        </p>
        <p className={styles.line} dir="auto">
          {quote.text}
        </p>
      </div>
      <IconButton label={t('quote.remove')} onPress={onRemove}>
        <X />
      </IconButton>
    </div>
  );
}
