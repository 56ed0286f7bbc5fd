import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { resolveRuntime } from '../../scripts/electron/runtime.mjs';

const PAGES = { main: 'index.html', toast: 'toast.html', interaction: 'interaction.html' } as const;
export type PageName = keyof typeof PAGES;

const KILL_AFTER = 15_000;

/** The real program under Playwright. */
export class Desktop {
  readonly app: ElectronApplication;
  readonly #process: ChildProcess;
  #isShown = false;

  private constructor(app: ElectronApplication) {
    this.app = app;
    // Kept: once the program has ended, Playwright no longer tells.
    this.#process = app.process();
  }

  /** Starts the built program with these arguments, in the Electron this machine has. */
  static async start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Desktop> {
    const runtime = resolveRuntime();
    const app = await _electron.launch({
      executablePath: runtime.executablePath,
      args: [...runtime.args, ...args],
      env: { ...(process.env as Record<string, string>), LANGUAGE: 'en', LANG: 'en_US.UTF-8', ...env },
    });
    return new Desktop(app);
  }

  /** The named window's page, once it is there. */
  async page(name: PageName): Promise<Page> {
    const file = PAGES[name];
    const find = () => this.app.windows().find((page) => isAt(page, file));
    // A window is told of before it knows its address, so waiting for the next window may wait for ever.
    await expect.poll(() => find() !== undefined, { message: `the ${name} window opens`, timeout: 20_000 }).toBe(true);
    const page = find();
    if (!page) throw new Error(`The ${name} window closed as soon as it was there.`);
    if (name === 'main') await this.#shown();
    return page;
  }

  /** How many of these windows are open. */
  count(name: PageName): number {
    return this.app.windows().filter((page) => isAt(page, PAGES[name])).length;
  }

  /**
   * The first time, waits for a window to be on the screen: a press while it is being shown is never answered, neither
   * by the page nor with an error. Where nothing takes the focus, the test goes on and says what it misses.
   */
  async #shown(): Promise<void> {
    if (this.#isShown) return;
    this.#isShown = true;
    for (let tries = 0; tries < 50; tries += 1) {
      if (await this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Resolves once the window has the focus: keys pressed while it goes from one to the other reach nobody. */
  async takesKeys(name: PageName): Promise<void> {
    const focused = () =>
      this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL() ?? '');
    await expect
      .poll(async () => (await focused()).split('?')[0], { message: `the ${name} window has the focus` })
      .toMatch(new RegExp(`/${PAGES[name]}$`));
  }

  /** Quits as a person does, by closing the program, which must end by itself and say that all is well. */
  async close(): Promise<void> {
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), KILL_AFTER);
    await this.app.close();
    clearTimeout(timer);
    expect(this.#process.exitCode, 'the program ends by itself, without a fault').toBe(0);
  }

  /** Ends it at once, as a crash or power cut does. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }
}

/** A page that was closed keeps its address for a while. */
function isAt(page: Page, file: string): boolean {
  return !page.isClosed() && page.url().split('?')[0]?.endsWith(`/${file}`) === true;
}
