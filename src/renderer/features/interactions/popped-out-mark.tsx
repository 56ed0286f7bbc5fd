import { AppWindow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/hooks.ts';
import styles from './interaction-row.module.css';

/** Says of an entry that it is open in a window of its own. */
export function PoppedOutMark({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const isOut = useDesk((model) => model.poppedOut.includes(interactionId));
  if (!isOut) return null;
  return (
    <span className={styles.out} title={t('pop-out.mark')}>
      <AppWindow aria-hidden="true" />
      <span className="visually-hidden">{t('pop-out.mark')}</span>
    </span>
  );
}
