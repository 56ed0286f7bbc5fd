import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { expect, signIn, test } from '../support/fixtures.ts';
import { freePort } from '../support/free-port.ts';
import { projectRoot } from '../support/program.ts';

const PACK_TIME = 240_000;
const program = join(projectRoot, 'dist', 'linux-unpacked', 'replydesk');

/** The packed program takes no inspector, so it is watched through the browser's own port. */
async function attach(port: number): Promise<Browser> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function mainPage(browser: Browser): Promise<Page> {
  const find = () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().endsWith('/index.html'));
  await expect.poll(() => find() !== undefined).toBe(true);
  const page = find();
  if (!page) throw new Error('The packed program has no main page.');
  return page;
}

test('the packed Linux program starts, signs in, and takes a sample customer', async ({ dataDir }) => {
  test.skip(process.platform !== 'linux', 'The dir target here is the Linux one.');
  test.setTimeout(PACK_TIME + 60_000);
  const packed = spawnSync(process.execPath, ['scripts/package/main.ts', '--linux', 'dir'], {
    cwd: projectRoot,
    encoding: 'utf8',
    timeout: PACK_TIME,
  });
  expect(packed.status, packed.stdout + packed.stderr).toBe(0);
  expect(existsSync(program)).toBe(true);

  const port = await freePort();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...root, `--remote-debugging-port=${port}`, '--trial', '--data', dataDir], {
    stdio: 'ignore',
  });
  try {
    const browser = await attach(port);
    const page = await mainPage(browser);
    await signIn(page);
    await expect(page.getByRole('button', { name: 'Accept' }).first()).toBeVisible({ timeout: 45_000 });
    await browser.close();
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
});
