import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { resolveRuntime } from '../../scripts/electron/runtime.mjs';
import { projectRoot } from '../support/program.ts';

/** A bench page in a bare window of the Electron the program runs on. */
export interface PageWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens a page that was built for a bench, by the path of its file. */
export async function openPageWindow(file: string): Promise<PageWindow> {
  const runtime = resolveRuntime();
  const data = await mkdtemp(join(tmpdir(), 'replydesk-page-'));
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [
      ...runtime.args.slice(0, -1),
      // Rubbish of one run must not be collected in the time of the next.
      '--js-flags=--expose-gc',
      join(projectRoot, 'tests/bench/page-window'),
      `--page=${file}`,
      `--user-data-dir=${data}`,
    ],
    env: { ...(process.env as Record<string, string>), LANGUAGE: 'en', LANG: 'en_US.UTF-8' },
  });
  const page = await app.firstWindow();
  page.on('pageerror', (error) => console.error(error));
  return {
    page,
    async close() {
      await app.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
