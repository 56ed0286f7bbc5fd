import { BrowserWindow, screen } from 'electron';
import { APP_ORIGIN } from '../security/app-protocol.ts';
import { securePreferences } from '../security/web-contents.ts';

const WIDTH = 380;
const FIRST_HEIGHT = 200;
/** Large text makes the page wider; beyond this it would hide the work it announces. */
const WIDEST = 2 * WIDTH;
const MARGIN = 16;

export interface ToastWindowOptions {
  readonly preload: string;
  readonly background: string;
  /** Asked at each appearance: whether the preview takes the keyboard then. */
  readonly takesFocus: () => boolean;
}

/**
 * The preview of what is offered (UI-2): a small window above all others, at the bottom right of the display with
 * the pointer, as large as its content. It takes the keyboard by itself only where the option says so. Made ahead of the first offer, so that
 * an offer is seen at once.
 */
export class ToastWindow {
  readonly #options: ToastWindowOptions;
  #window: BrowserWindow | undefined;
  #size = { width: WIDTH, height: FIRST_HEIGHT };

  constructor(options: ToastWindowOptions) {
    this.#options = options;
  }

  get window(): BrowserWindow | undefined {
    return this.#window;
  }

  start(): void {
    if (this.#window) return;
    const window = new BrowserWindow({
      width: WIDTH,
      height: FIRST_HEIGHT,
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: 'Replydesk: incoming interaction',
      backgroundColor: this.#options.background,
      webPreferences: {
        ...securePreferences(this.#options.preload),
        // All sounds are played here (UI-2): nobody has clicked in it when it rings, and it rings while it is hidden.
        autoplayPolicy: 'no-user-gesture-required',
        backgroundThrottling: false,
      },
    });
    window.setAlwaysOnTop(true, 'floating');
    // The page says how large it is by window.resizeTo; where it stands is decided here. (The preferred size of a page
    // is not told in Electron 33.)
    window.webContents.on('content-bounds-updated', (event, bounds) => {
      event.preventDefault();
      this.#resize(bounds);
    });
    window.on('closed', () => {
      this.#window = undefined;
    });
    void window.loadURL(`${APP_ORIGIN}/toast.html`);
    this.#window = window;
  }

  stop(): void {
    this.#window?.destroy();
    this.#window = undefined;
  }

  /** Shown while anything is offered, hidden otherwise. */
  setVisible(visible: boolean): void {
    const window = this.#window;
    if (!window || window.isVisible() === visible) return;
    if (!visible) {
      window.hide();
      return;
    }
    this.#place(window);
    if (!this.#options.takesFocus()) {
      window.showInactive();
      return;
    }
    window.show();
    window.focus();
  }

  #resize({ width, height }: { readonly width: number; readonly height: number }): void {
    const size = { width: Math.min(Math.max(width, WIDTH), WIDEST), height: Math.max(height, 1) };
    if (size.width === this.#size.width && size.height === this.#size.height) return;
    this.#size = size;
    if (this.#window) this.#place(this.#window);
  }

  #place(window: BrowserWindow): void {
    const { workArea: area } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const width = Math.min(this.#size.width, area.width - 2 * MARGIN);
    const height = Math.min(this.#size.height, area.height - 2 * MARGIN);
    window.setBounds({
      width,
      height,
      x: area.x + area.width - width - MARGIN,
      y: area.y + area.height - height - MARGIN,
    });
  }
}
