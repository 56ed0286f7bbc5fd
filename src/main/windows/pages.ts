import type { BrowserWindow } from 'electron';
import { IPC_UPDATE } from '#shared/ipc/contract.ts';
import type { DeskUpdate } from '#shared/ipc/view.ts';
import type { Log } from '../desk/log.ts';
import { openInteractionWindow } from './interaction-window.ts';
import { openMainWindow } from './main-window.ts';
import { OpenOffers } from './open-offers.ts';
import { PoppedOut } from './popped-out.ts';
import { raise } from './raise.ts';
import { ToastWindow } from './toast-window.ts';
import type { BoundsStore } from './window-bounds.ts';

export interface PagesOptions {
  readonly preload: string;
  readonly bounds: BoundsStore;
  /** Where windows of single interactions stand. */
  readonly interactionBounds: BoundsStore;
  readonly background: () => string;
  /** The preview takes the keyboard when it appears (`accessibility.focus-on-interaction-toast`). */
  readonly toastTakesFocus: () => boolean;
  readonly onPoppedOut: (interactionIds: readonly string[]) => void;
  readonly log: Log;
}

/** The program's windows: main window, toast, and those of single interactions. Every update goes to all of them. */
export class Pages {
  readonly poppedOut: PoppedOut<BrowserWindow>;
  readonly #options: PagesOptions;
  readonly #toast: ToastWindow;
  readonly #offers = new OpenOffers();
  #main: BrowserWindow | undefined;

  constructor(options: PagesOptions) {
    const { preload, interactionBounds: bounds, background, log } = options;
    this.#options = options;
    this.#toast = new ToastWindow({ preload, background: background(), takesFocus: options.toastTakesFocus });
    this.poppedOut = new PoppedOut({
      open: (id, others) => openInteractionWindow(id, { preload, bounds, background: background(), log, others }),
      onChange: options.onPoppedOut,
    });
  }

  start(): void {
    const { preload, bounds, background, log } = this.#options;
    const main = openMainWindow({ preload, bounds, background: background(), log });
    // The toast is made after the main page has painted: it must not slow the start.
    main.once('ready-to-show', () => this.#toast.start());
    main.on('closed', () => {
      this.#main = undefined;
      this.#toast.stop();
      this.poppedOut.stop();
    });
    this.#main = main;
  }

  stop(): void {
    this.#toast.stop();
    this.poppedOut.stop();
    this.main?.destroy();
  }

  /** Undefined as well while it is being closed: others hear of that earlier than this one. */
  get main(): BrowserWindow | undefined {
    return this.#main?.isDestroyed() ? undefined : this.#main;
  }

  /** Whether a window with work in it is on the screen, as far as the program can know. */
  get isVisible(): boolean {
    return this.#workWindows.some((window) => window.isVisible() && !window.isMinimized());
  }

  push(update: DeskUpdate): void {
    for (const window of [...this.#workWindows, this.#toast.window]) window?.webContents.send(IPC_UPDATE, update);
    this.poppedOut.apply(update);
    this.#offers.apply(update);
    this.#toast.setVisible(this.#offers.count > 0);
  }

  /** Brings the main window to the front, as a second start and an accepted offer do. */
  focusMain(): void {
    const { main } = this;
    if (main) raise(main);
  }

  get #workWindows(): readonly BrowserWindow[] {
    const { main } = this;
    return main ? [main, ...this.poppedOut.windows] : [];
  }
}
