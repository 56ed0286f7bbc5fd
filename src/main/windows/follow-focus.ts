import { app, type BrowserWindow } from 'electron';
import { type Disposable, disposable } from '#shared/disposable.ts';
import type { Front } from '../attention/front.ts';

/** Tells which of our windows has the focus; `onLeft`: one of them has lost it. */
export function followFocus(front: Front, onLeft: () => void): Disposable {
  const focused = (_event: unknown, window: BrowserWindow) => front.focused(window.webContents.id);
  const blurred = (_event: unknown, window: BrowserWindow) => {
    // A window that is being destroyed blurs as well, and has no page any more.
    if (window.isDestroyed()) return;
    front.blurred(window.webContents.id);
    onLeft();
  };
  const created = (_event: unknown, window: BrowserWindow) => {
    const { id } = window.webContents;
    window.on('closed', () => front.closed(id));
  };
  app.on('browser-window-focus', focused);
  app.on('browser-window-blur', blurred);
  app.on('browser-window-created', created);
  return disposable(() => {
    app.off('browser-window-focus', focused);
    app.off('browser-window-blur', blurred);
    app.off('browser-window-created', created);
  });
}
