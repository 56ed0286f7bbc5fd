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
    const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
    // Apart from the date: whether an hour has a leading zero is said by the language's own style alone.
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    return { day: (at) => day.format(at), moment: (at) => `${date.format(at)}, ${time.format(at)}` };
  }, [i18n.language]);
}
