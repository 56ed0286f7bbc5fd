import { app, type BrowserWindow } from 'electron';
import type { TaskBar } from './attention.ts';
import { overlayIcon } from './overlay-icon.ts';

/**
 * The operating system's own way to ask for attention: a flashing button on Windows, the urgency hint on Linux, one
 * bounce of the icon on macOS, where more is bad manners.
 */
export class SystemTaskBar implements TaskBar {
  readonly #window: () => BrowserWindow | undefined;
  #bounce: number | undefined;

  constructor(window: () => BrowserWindow | undefined) {
    this.#window = window;
  }

  flash(on: boolean): void {
    if (app.dock) this.#bounceOnce(on);
    else this.#window()?.flashFrame(on);
  }

  badge(count: number): void {
    if (process.platform !== 'win32') app.setBadgeCount(count);
    // Windows has no badge for programs outside its store: a dot over the icon, with the count for screen readers.
    else this.#window()?.setOverlayIcon(count > 0 ? overlayIcon() : null, count > 0 ? String(count) : '');
  }

  #bounceOnce(on: boolean): void {
    if (this.#bounce !== undefined) app.dock?.cancelBounce(this.#bounce);
    this.#bounce = on ? app.dock?.bounce('informational') : undefined;
  }
}
