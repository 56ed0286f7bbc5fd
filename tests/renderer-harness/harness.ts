import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { SceneData } from './fake-bridge.ts';
import { NOW } from './samples.ts';

const root = resolve(import.meta.dirname, '../..');
/** Two runs at a time need a folder each: the first thing a build does is to empty it. */
const outDir = process.env.RENDERER_HARNESS_OUT ?? join(root, 'out/renderer-harness');

const PAGES = ['index', 'toast', 'interaction'] as const;

/** The policy the program sends with each page (SEC-1): what breaks it in the program breaks it here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Builds the real pages and the bridge of paper. */
export async function buildPages(): Promise<void> {
  const source = join(root, 'src/renderer');
  await build({
    root: source,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: PAGES.map((name) => join(source, `${name}.html`)) },
    },
  });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(outDir, 'bridge'),
      emptyOutDir: true,
      lib: {
        entry: join(import.meta.dirname, 'fake-bridge.ts'),
        formats: ['iife'],
        name: 'bridge',
        fileName: 'bridge',
      },
    },
  });
}

async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const file = resolve(outDir, `.${new URL(request.url ?? '/', 'http://localhost').pathname}`);
    if (!file.startsWith(outDir + sep)) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (body) => {
        const type = TYPES[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

export interface OpenOptions {
  readonly page?: (typeof PAGES)[number];
  /** What follows the address, such as `?interaction=akela`. */
  readonly query?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** Time goes on instead of standing at `NOW`. */
  readonly running?: boolean;
}

/** The real pages in Chromium, fed by a bridge of paper. */
export class RendererHarness {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #bridge: string;

  private constructor(browser: Browser, server: Server, bridge: string) {
    this.#browser = browser;
    this.#server = server;
    this.#bridge = bridge;
  }

  /** `buildPages` must have run. Uses the Chromium of `CHROMIUM`, else the system's. */
  static async start(): Promise<RendererHarness> {
    const bridge = await readFile(join(outDir, 'bridge/bridge.iife.js'), 'utf8').catch(() =>
      readFile(join(outDir, 'bridge/bridge.js'), 'utf8'),
    );
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    return new RendererHarness(browser, await serve(), bridge);
  }

  /** Opens a page on a scene. `problems` collects what the page complains about: policy, errors, warnings. */
  async open(scene: SceneData, options: OpenOptions = {}): Promise<{ page: Page; problems: readonly string[] }> {
    const context = await this.#browser.newContext({
      viewport: options.size ?? { width: 1280, height: 800 },
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
      forcedColors: options.forcedColors ? 'active' : 'none',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    const page = await context.newPage();
    const problems = watch(page);
    if (!options.running) await page.clock.setFixedTime(NOW);
    await page.addInitScript({ content: `${this.#bridge}\nwindow.installFakeBridge(${JSON.stringify(scene)});` });
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/${options.page ?? 'index'}.html${options.query ?? ''}`);
    await page.waitForFunction(() => (document.getElementById('root')?.childElementCount ?? 0) > 0);
    return { page, problems };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await new Promise((closed) => this.#server.close(closed));
  }
}

function watch(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  return problems;
}

/** Closes the page and everything of it. */
export async function closePage(page: Page): Promise<void> {
  const context: BrowserContext = page.context();
  await context.close();
}
