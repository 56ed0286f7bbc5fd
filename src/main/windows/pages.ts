import type { BrowserWindow } from 'electron';
import { IPC_UPDATE } from '#shared/ipc/contract.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import type { Log } from '../desk/log.ts';
import { openMainWindow } from './main-window.ts';
import { OpenOffers } from './open-offers.ts';
import { ToastWindow } from './toast-window.ts';
import type { BoundsStore } from './window-bounds.ts';

export interface PagesOptions {
  readonly preload: string;
  readonly bounds: BoundsStore;
  readonly background: () => string;
  readonly log: Log;
}

/** The program's windows: the main window and the toast. Every update goes to both; each shows its part. */
export class Pages {
  readonly #options: PagesOptions;
  readonly #toast: ToastWindow;
  readonly #offers = new OpenOffers();
  #main: BrowserWindow | undefined;

  constructor(options: PagesOptions) {
    this.#options = options;
    this.#toast = new ToastWindow({ preload: options.preload, background: options.background() });
  }

  start(): void {
    const { preload, bounds, background, log } = this.#options;
    const main = openMainWindow({ preload, bounds, background: background(), log });
    // The toast is made after the main page has painted: it must not slow the start.
    main.once('ready-to-show', () => this.#toast.start());
    main.on('closed', () => {
      this.#main = undefined;
      this.#toast.stop();
    });
    this.#main = main;
  }

  stop(): void {
    this.#toast.stop();
    this.#main?.destroy();
  }

  push(update: DeskUpdate): void {
    for (const window of [this.#main, this.#toast.window]) window?.webContents.send(IPC_UPDATE, update);
    this.#offers.apply(update);
    this.#toast.setVisible(this.#offers.count > 0);
  }

  /** Brings the main window to the front, as a second start and an accepted offer do. */
  focusMain(): void {
    const window = this.#main;
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }
}
