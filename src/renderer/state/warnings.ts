import type { Notice } from '#shared/ipc/view.ts';

/** Whether there is a warning or an error that was not there before; one that is told again counts. */
export function hasNewWarning(before: readonly Notice[], after: readonly Notice[]): boolean {
  if (before === after) return false;
  const known = new Set(before.map(({ id, at }) => `${at} ${id}`));
  return after.some(({ id, at, severity }) => severity !== 'info' && !known.has(`${at} ${id}`));
}
