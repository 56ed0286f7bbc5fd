import { useLocale } from 'react-aria-components';

/** The system's own flavour of the page's language (24-hour clock, order of a date), else the language. */
function localeFor(language: string): string {
  return navigator.languages.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}

export interface Times {
  /** `10:06` */
  readonly time: (at: number) => string;
  /** `19 November 2026 at 10:06`, for tooltips. */
  readonly moment: (at: number) => string;
  /** `19 Nov 2026, 10:06` */
  readonly date: (at: number) => string;
  /** `Thursday, 19 November`, with the year when it is another than `now`'s. */
  readonly day: (at: number, now: number) => string;
}

function createTimes(language: string): Times {
  const locale = localeFor(language);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const year = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const sameYear = (a: number, b: number): boolean => new Date(a).getFullYear() === new Date(b).getFullYear();
  return {
    time: (at) => time.format(at),
    moment: (at) => moment.format(at),
    date: (at) => date.format(at),
    day: (at, now) => (sameYear(at, now) ? day : year).format(at),
  };
}

/** By language. Making a format takes a millisecond, and a transcript asks for thousands. */
const made = new Map<string, Times>();

function timesOf(language: string): Times {
  const times = made.get(language) ?? createTimes(language);
  made.set(language, times);
  return times;
}

/** Formats of dates and times in the page's language; the same object until the language changes. */
export function useTimes(): Times {
  return timesOf(useLocale().locale);
}

/** Whole days from the day of `at` to the day of `now`, by the calendar of this PC. */
export function daysAgo(at: number, now: number): number {
  const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}
