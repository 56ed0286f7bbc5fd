import type { TFunction } from 'i18next';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A running time: `0:38`, `12:05`, `1:02:03`. `duration` in ms; less than none counts as none. */
export function clockText(duration: number): string {
  const seconds = Math.max(0, Math.floor(duration / SECOND));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`
    : `${minutes}:${twoDigits(seconds % 60)}`;
}

/** A span in words, in whole minutes, hours and minutes, or days, rounded down. `duration` in ms. */
export function spanText(t: TFunction, duration: number): string {
  if (duration >= DAY) return t('duration.days', { count: Math.floor(duration / DAY) });
  const minutes = Math.floor(duration / MINUTE) % 60;
  const hours = Math.floor(duration / HOUR);
  if (hours > 0)
    return minutes === 0 ? t('duration.hours', { hours }) : t('duration.hours-minutes', { hours, minutes });
  return minutes > 0 ? t('duration.minutes', { minutes }) : t('duration.less-than-minute');
}
