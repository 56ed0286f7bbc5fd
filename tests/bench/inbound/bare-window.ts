import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { resolveRuntime } from '../../../scripts/electron/runtime.mjs';
import { projectRoot } from '../../support/program.ts';
import type { TimeByMark } from './paint-log.ts';

/** The bare window that shows events of its main process. */
export interface BareWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  close(): Promise<void>;
}

export async function openBareWindow(): Promise<BareWindow> {
  const runtime = resolveRuntime();
  const data = await mkdtemp(join(tmpdir(), 'replydesk-bare-'));
  const folder = join(projectRoot, 'tests/bench/bare-events');
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...runtime.args.slice(0, -1), folder, `--user-data-dir=${data}`],
    env: process.env as Record<string, string>,
  });
  return {
    app,
    page: await app.firstWindow(),
    async close() {
      await app.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

let marks = 0;

/** Tells the bare page `count` marked events, one each `gap` ms or so; by mark when each was sent, wall clock. */
export async function sendBareEvents(app: ElectronApplication, count: number, gap: number): Promise<TimeByMark> {
  const first = marks + 1;
  marks += count;
  const sent = await app.evaluate(
    async ({ BrowserWindow }, given) => {
      const [window] = BrowserWindow.getAllWindows();
      const sent: number[] = [];
      for (let index = 0; index < given.count; index += 1) {
        await new Promise((resolve) => setTimeout(resolve, given.gap * (0.5 + Math.random())));
        sent.push(performance.timeOrigin + performance.now());
        window?.webContents.send('event', `event #${given.first + index}#`);
      }
      return sent;
    },
    { first, count, gap },
  );
  return new Map(sent.map((at, index) => [first + index, at]));
}
