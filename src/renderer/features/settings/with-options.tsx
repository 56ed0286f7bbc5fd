import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptionList } from '#shared/ipc/option-list.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Spinner } from '../../components/spinner.tsx';
import styles from './settings-page.module.css';
import type { KnownOptions } from './use-option-list.ts';

export interface WithOptionsProps {
  readonly known: KnownOptions;
  readonly children: (list: OptionList) => ReactNode;
}

/** What needs the options, or why they are not here. */
export function WithOptions({ known: { list, refusal, again }, children }: WithOptionsProps) {
  const { t } = useTranslation();
  if (list) return children(list);
  if (refusal) {
    return (
      <div role="alert">
        <EmptyState icon={<TriangleAlert />} title={t('settings.failed.title')} hint={refusal.message}>
          <Button onPress={again}>{t('settings.failed.again')}</Button>
        </EmptyState>
      </div>
    );
  }
  return (
    <p className={styles.loading} role="status">
      <Spinner /> {t('settings.loading')}
    </p>
  );
}
