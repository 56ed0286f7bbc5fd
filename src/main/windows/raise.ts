import type { BrowserWindow } from 'electron';

/** Brings a window to the front, out of the task bar if it is there. */
export function raise(window: Pick<BrowserWindow, 'focus' | 'isMinimized' | 'restore' | 'show'>): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
