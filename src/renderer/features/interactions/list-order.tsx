import { ListRestart } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Tooltip } from '../../components/tooltip.tsx';
import { useDesk } from '../../state/hooks.ts';
import styles from './interaction-list.module.css';
import { useArrange } from './use-arrange.ts';

/** In which order the list is; where the agent ordered it, a press gives the order of waiting back. */
export function ListOrder() {
  const { t } = useTranslation();
  const { reset } = useArrange();
  const byHand = useDesk((model) => model.arrangement.order !== null);
  if (!byHand) return <span className={styles.order}>{t('list.order')}</span>;
  return (
    <Tooltip text={t('list.order.reset')}>
      <Button className={styles.byHand ?? ''} aria-label={t('list.order.reset')} onPress={reset}>
        {t('list.order.by-hand')}
        <ListRestart aria-hidden="true" />
      </Button>
    </Tooltip>
  );
}
