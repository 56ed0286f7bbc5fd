import { useTranslation } from 'react-i18next';
import { PhonePreview, type PhonePreviewProps } from './phone-preview.tsx';
import styles from './preview-pane.module.css';

/** The preview beside what is being written; where it goes below it, its editor says by `data-preview`. */
export function PreviewPane(props: PhonePreviewProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.pane} data-preview="">
      <h3 className={styles.title}>{t('structured.preview')}</h3>
      <PhonePreview {...props} />
    </div>
  );
}
