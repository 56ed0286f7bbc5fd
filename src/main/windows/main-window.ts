import { BrowserWindow } from 'electron';
import type { Log } from '../desk/log.ts';
import { APP_ORIGIN } from '../security/app-protocol.ts';
import { securePreferences } from '../security/web-contents.ts';
import { rememberBounds, startBounds } from './remembered-bounds.ts';
import type { BoundsStore } from './window-bounds.ts';

const DEFAULT_SIZE = { width: 1280, height: 800 };
const SMALLEST_SIZE = { minWidth: 1024, minHeight: 640 };

export interface MainWindowOptions {
  readonly preload: string;
  readonly bounds: BoundsStore;
  /** Painted before the page is: no white flash in the dark theme. */
  readonly background: string;
  readonly log: Log;
}

/** Opens the main window (UI-1). It shows itself once the page has painted. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { maximized, ...bounds } = startBounds(options.bounds, DEFAULT_SIZE);
  const window = new BrowserWindow({
    ...bounds,
    ...SMALLEST_SIZE,
    show: false,
    title: 'Replydesk',
    backgroundColor: options.background,
    autoHideMenuBar: true,
    webPreferences: securePreferences(options.preload),
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.setMenuBarVisibility(false);
  rememberBounds(window, options.bounds, options.log);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
