import { join } from 'node:path';
import type { Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { projectRoot } from '../../support/program.ts';
import { openPageWindow } from '../page-window.ts';
import type { BenchPage } from './page-api.ts';

const outDir = join(projectRoot, 'out/bench/transcript-page');

/** The page with the lists, built as the program's own pages are. */
async function buildBenchPage(): Promise<string> {
  const root = join(import.meta.dirname, '../transcript-page');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: join(root, 'index.html') } },
    },
  });
  return join(outDir, 'index.html');
}

/** The bench page in its window: what the page can do, called from here. */
export interface BenchWindow {
  readonly page: Page;
  readonly bench: BenchPage;
}

/** Runs `task` with the page in a window of its own. */
export async function withBenchPage<T>(task: (window: BenchWindow) => Promise<T>): Promise<T> {
  const { page, close } = await openPageWindow(await buildBenchPage());
  try {
    await page.waitForFunction(() => 'bench' in window);
    const bench = new Proxy({} as BenchPage, {
      get:
        (_, name) =>
        (...args: readonly unknown[]) =>
          page.evaluate(
            ([method, given]) =>
              (window as unknown as { bench: Record<string, (...all: readonly unknown[]) => unknown> }).bench[method]?.(
                ...given,
              ),
            [String(name), args] as const,
          ),
    });
    return await task({ page, bench });
  } finally {
    await close();
  }
}
