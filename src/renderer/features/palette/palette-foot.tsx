import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/kbd.tsx';
import styles from './palette.module.css';

/** Which keys do what here. For the eyes only: a combobox tells screen readers the same by itself. */
export function PaletteFoot() {
  const { t } = useTranslation();
  return (
    <div className={styles.foot} aria-hidden="true">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('palette.key.choose')}
      </span>
      <span>
        <Kbd>{t('key.enter')}</Kbd> {t('palette.key.run')}
      </span>
      <span>
        <Kbd>{t('key.escape')}</Kbd> {t('palette.key.close')}
      </span>
    </div>
  );
}
