import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/hooks.ts';
import styles from './interaction-row.module.css';

/** Says of an entry that it stays on top. */
export function PinMark({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const isPinned = useDesk((model) => model.arrangement.pinned.includes(interactionId));
  if (!isPinned) return null;
  return (
    <span className={styles.out} title={t('arrange.mark')}>
      <Pin aria-hidden="true" />
      <span className="visually-hidden">{t('arrange.mark')}</span>
    </span>
  );
}
