import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateList } from '#shared/domain/template.ts';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import type { Refusal } from '#shared/result.ts';
import { Button } from '../../../components/button.tsx';
import { formatLocale } from '../../../i18n/format-locale.ts';
import { useRefreshTemplates } from '../../../state/library.ts';
import { refusalWords } from './refusal-words.ts';
import styles from './template-list.module.css';

export interface RefreshLineProps {
  readonly channel: string;
  readonly list: TemplateList | null;
  readonly views: NotificationViews;
}

/** How fresh the list is, and a button that lets the provider be asked. */
export function RefreshLine({ channel, list, views }: RefreshLineProps) {
  const { t } = useTranslation();
  const refresh = useRefreshTemplates(channel);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const age = useAge(list);
  const reason = refused ?? list?.error ?? null;
  const press = async () => {
    // The button stays on: the focus would fall off one that is off.
    if (asking) return;
    setAsking(true);
    const answer = await refresh();
    setAsking(false);
    setRefused(answer.ok ? null : answer.error);
  };
  return (
    <div className={styles.refresh}>
      <p role="status" className={styles.age}>
        {asking ? t('notification.refreshing') : age}
      </p>
      <Button size="small" look="quiet" onPress={() => void press()}>
        <RefreshCw aria-hidden="true" />
        {t('notification.refresh')}
      </Button>
      {reason !== null && !asking && (
        <p className={styles.stale} role="alert">
          <TriangleAlert aria-hidden="true" />
          {t('notification.refresh-failed', { reason: refusalWords(reason, views) })}
        </p>
      )}
    </div>
  );
}

function useAge(list: TemplateList | null): string {
  const { t, i18n } = useTranslation();
  const at = list?.refreshedAt ?? null;
  if (at === null) return t('notification.refreshed.never');
  const format = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'medium', timeStyle: 'short' });
  return t('notification.refreshed', { time: format.format(at) });
}
