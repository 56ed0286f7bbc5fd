import { BrowserWindow, screen } from 'electron';
import type { Log } from '../desk/log.ts';
import { APP_ORIGIN } from '../security/app-protocol.ts';
import { securePreferences } from '../security/web-contents.ts';
import { rememberBounds, startBounds } from './remembered-bounds.ts';
import { type BoundsStore, fitInto } from './window-bounds.ts';

const DEFAULT_SIZE = { width: 900, height: 720 };
const SMALLEST_SIZE = { minWidth: 520, minHeight: 480 };
/** Each further window stands so much lower and further right, px: one exactly over another looks like none. */
const STEP = 32;

export interface InteractionWindowOptions {
  readonly preload: string;
  readonly bounds: BoundsStore;
  readonly background: string;
  readonly log: Log;
  /** How many such windows are open already. */
  readonly others: number;
}

/** Opens a window for one interaction (UI-1). Its page gives it its title: the contact, as the organisation names them. */
export function openInteractionWindow(interactionId: string, options: InteractionWindowOptions): BrowserWindow {
  const { maximized, ...bounds } = cascade(startBounds(options.bounds, DEFAULT_SIZE), options.others);
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
    if (maximized && options.others === 0) window.maximize();
    window.show();
  });
  window.setMenuBarVisibility(false);
  // Of several, only the first has a place worth keeping; the others stand beside it.
  if (options.others === 0) rememberBounds(window, options.bounds, options.log);
  void window.loadURL(`${APP_ORIGIN}/interaction.html?interaction=${encodeURIComponent(interactionId)}`);
  return window;
}

function cascade(bounds: ReturnType<typeof startBounds>, others: number): ReturnType<typeof startBounds> {
  const moved = { ...bounds, x: bounds.x + others * STEP, y: bounds.y + others * STEP };
  return fitInto(moved, screen.getDisplayMatching(bounds).workArea);
}
