import { BrowserWindow, screen } from 'electron';
import type { Log } from '../desk/log.ts';
import { APP_ORIGIN } from '../security/app-protocol.ts';
import { securePreferences } from '../security/web-contents.ts';
import { type BoundsStore, displaysKey, fitInto, type WindowBounds } from './window-bounds.ts';

const DEFAULT_SIZE = { width: 1280, height: 800 };
const SMALLEST_SIZE = { minWidth: 1024, minHeight: 640 };
/** Moving a window fires many events; one write after the last is enough. */
const REMEMBER_AFTER = 500;

export interface MainWindowOptions {
  readonly preload: string;
  readonly bounds: BoundsStore;
  /** Painted before the page is: no white flash in the dark theme. */
  readonly background: string;
  readonly log: Log;
}

function startBounds(store: BoundsStore): WindowBounds {
  const remembered = store.get(displaysKey(screen.getAllDisplays()));
  const display = remembered ? screen.getDisplayMatching(remembered) : screen.getPrimaryDisplay();
  const area = display.workArea;
  const centred = {
    ...DEFAULT_SIZE,
    x: area.x + Math.round((area.width - DEFAULT_SIZE.width) / 2),
    y: area.y + Math.round((area.height - DEFAULT_SIZE.height) / 2),
    maximized: false,
  };
  return fitInto(remembered ?? centred, area);
}

function rememberBounds(window: BrowserWindow, { bounds, log }: MainWindowOptions): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = () => {
    if (window.isDestroyed()) return;
    const entry = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    bounds.set(displaysKey(screen.getAllDisplays()), entry).catch((error: unknown) => {
      log.warn({ error }, 'window bounds not written');
    });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, REMEMBER_AFTER);
  };
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event as 'resize', later);
  window.on('closed', () => clearTimeout(timer));
}

/** Opens the main window (UI-1). It shows itself once the page has painted. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { maximized, ...bounds } = startBounds(options.bounds);
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
  rememberBounds(window, options);
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
