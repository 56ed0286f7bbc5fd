import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './phone-preview.module.css';
import { StructuredBodyView, type StructuredBodyViewProps } from './structured-body.tsx';

export type PhonePreviewProps = Pick<StructuredBodyViewProps, 'body' | 'views' | 'expanded'>;

/** A preview leads nowhere: its links are read, not followed. */
function stay(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('a[href]')) event.preventDefault();
}

/** What is being written as it will look on the customer's phone (UI-7). */
export function PhonePreview(props: PhonePreviewProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.phone} aria-label={t('structured.preview')} onClickCapture={stay}>
      {/* Of its parts only the text does not tell its direction itself. */}
      <div className={styles.bubble} dir="auto">
        <StructuredBodyView {...props} />
      </div>
    </section>
  );
}
