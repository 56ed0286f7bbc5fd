import type { BrowserWindow } from 'electron';
import { startBounds } from './remembered-bounds.ts';
import { openWorkWindow, type WorkWindowOptions } from './work-window.ts';

const DEFAULT_SIZE = { width: 1280, height: 800 };
const SMALLEST_SIZE = { minWidth: 1024, minHeight: 640 };

/** Opens the main window (UI-1). */
export function openMainWindow(options: WorkWindowOptions): BrowserWindow {
  const start = startBounds(options.bounds, DEFAULT_SIZE);
  return openWorkWindow({ page: 'index.html', start, smallest: SMALLEST_SIZE, remembered: true }, options);
}
