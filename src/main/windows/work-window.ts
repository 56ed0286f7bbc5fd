import { BrowserWindow } from 'electron';
import type { Log } from '../desk/log.ts';
import { APP_ORIGIN } from '../security/app-protocol.ts';
import { securePreferences } from '../security/web-contents.ts';
import { rememberBounds } from './remembered-bounds.ts';
import type { BoundsStore, WindowBounds } from './window-bounds.ts';

export interface WorkWindowOptions {
  readonly preload: string;
  /** Where windows of this kind stand. */
  readonly bounds: BoundsStore;
  /** Painted before the page is: no white flash in the dark theme. */
  readonly background: string;
  readonly log: Log;
}

/** What is different from one kind of window to the other. */
export interface WorkWindowKind {
  /** The page, as its address in the program. */
  readonly page: string;
  readonly start: WindowBounds;
  readonly smallest: { readonly minWidth: number; readonly minHeight: number };
  /** The next of this kind opens where this one stood last. */
  readonly remembered: boolean;
}

/** Opens a window an agent works in (UI-1). It shows itself once the page has painted. */
export function openWorkWindow(kind: WorkWindowKind, options: WorkWindowOptions): BrowserWindow {
  const { maximized, ...bounds } = kind.start;
  const window = new BrowserWindow({
    ...bounds,
    ...kind.smallest,
    show: false,
    title: 'Replydesk',
    backgroundColor: options.background,
    webPreferences: securePreferences(options.preload),
  });
  window.once('ready-to-show', () => {
    if (maximized && kind.remembered) window.maximize();
    window.show();
  });
  if (kind.remembered) rememberBounds(window, options.bounds, options.log);
  void window.loadURL(`${APP_ORIGIN}/${kind.page}`);
  return window;
}
