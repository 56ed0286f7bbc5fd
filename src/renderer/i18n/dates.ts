import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from './format-locale.ts';

export interface Dates {
  /** `19 Nov 2026` */
  readonly day: (at: number) => string;
  /** `19 Nov, 10:06` */
  readonly moment: (at: number) => string;
}

/** Dates in the page's language, for facts; the transcript has its own (`features/conversation/times.ts`). */
export function useDates(): Dates {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const locale = formatLocale(i18n.language);
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
    const moment = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    return { day: (at) => day.format(at), moment: (at) => moment.format(at) };
  }, [i18n.language]);
}
