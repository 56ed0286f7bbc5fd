import { type BrowserWindow, screen } from 'electron';
import type { Log } from '../desk/log.ts';
import { type BoundsStore, displaysKey, fitInto, type WindowBounds } from './window-bounds.ts';

/** Moving a window fires many events; one write after the last is enough. */
const REMEMBER_AFTER = 500;

/** Where a window opens: where one of its kind stood last on these displays, else in the middle of the first. */
export function startBounds(
  store: BoundsStore,
  size: { readonly width: number; readonly height: number },
): WindowBounds {
  const remembered = store.get(displaysKey(screen.getAllDisplays()));
  const display = remembered ? screen.getDisplayMatching(remembered) : screen.getPrimaryDisplay();
  const area = display.workArea;
  const centred = {
    ...size,
    x: area.x + Math.round((area.width - size.width) / 2),
    y: area.y + Math.round((area.height - size.height) / 2),
    maximized: false,
  };
  return fitInto(remembered ?? centred, area);
}

/** Keeps where the window stands from now on. */
export function rememberBounds(window: BrowserWindow, bounds: BoundsStore, log: Log): void {
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
