import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, BALOO, expect, signIn, test } from '../support/fixtures.ts';

/** An options folder of the desk under test, which administrators push files to. */
class PushedFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async in(dataDir: string, lines = ''): Promise<PushedFolder> {
    const folder = new PushedFolder(join(dataDir, 'config'));
    await mkdir(folder.path);
    await folder.push(lines);
    return folder;
  }

  /** Replaces the file in one go, as configuration management does. */
  async push(lines: string, file = 'application.ini'): Promise<void> {
    const path = join(this.path, file);
    await writeFile(`${path}.new`, `[interaction-workspace]\n${lines}\n`);
    await rename(`${path}.new`, path);
  }
}

const theme = (page: Page) => page.locator('html');

test('a wrong option file is said with file and line, and the desk goes on', async ({ startDesk, dataDir }) => {
  const folder = await PushedFolder.in(dataDir, 'gui.theme = Dark\ntoast.timeout = soon');
  const page = await (await startDesk(['--config', folder.path])).page('main');
  await expect(page.getByText(/application\.ini, line 3/)).toBeVisible();
  await expect(theme(page)).toHaveAttribute('data-theme', /dark/i);
});

test('a pushed file is on screen at once; a wrong one leaves the last good in force', async ({
  startDesk,
  dataDir,
}) => {
  const folder = await PushedFolder.in(dataDir, 'gui.theme = Default');
  const page = await (await startDesk(['--config', folder.path])).page('main');
  await expect(theme(page)).toHaveAttribute('data-theme', /default/i);

  await folder.push('gui.theme = Dark');
  await expect(theme(page)).toHaveAttribute('data-theme', /dark/i);

  await folder.push('gui.theme = HighContrast\ngui.text-size = huge');
  await expect(page.getByText(/application\.ini, line 3.*last good/)).toBeVisible();
  await expect(theme(page)).toHaveAttribute('data-theme', /dark/i);

  await folder.push('gui.theme = HighContrast');
  await expect(theme(page)).toHaveAttribute('data-theme', /contrast/i);
  await expect(page.getByText(/application\.ini, line/)).toHaveCount(0);
});

test('what takes effect with the next interaction leaves the one at hand as it is', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const folder = await PushedFolder.in(dataDir);
  const desktop = await startDesk(['--config', folder.path]);
  const page = await desktop.page('main');
  await signIn(page);
  await acceptFrom(desktop, stack, AKELA, 'Hello');
  // Everything is overdue after two seconds: for whoever writes from now on.
  await folder.push('whatsappsession.pending-response-to-customer = 1,2\ngui.theme = Dark');
  await expect(theme(page)).toHaveAttribute('data-theme', /dark/i);
  await acceptFrom(desktop, stack, BALOO, 'Good morning');
  const pending = page.getByRole('main').getByRole('status', { name: 'Pending response' });
  await expect(pending).toContainText('overdue');
  await page.getByRole('option', { name: AKELA.name }).click();
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toBeVisible();
  await expect(pending).toContainText('within time');
});

test('an interaction may have options of its own', async ({ startDesk, stack, dataDir }) => {
  const folder = await PushedFolder.in(dataDir, 'interaction.override-option-key = _umsFromAddr');
  await mkdir(join(folder.path, 'transactions'));
  await folder.push('whatsappsession.max-text-message-size = 10', `transactions/${AKELA.number}.ini`);
  const desktop = await startDesk(['--config', folder.path]);
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await page.getByRole('textbox', { name: 'Message' }).fill('More than ten bytes');
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
  await acceptFrom(desktop, stack, BALOO, 'Good morning');
  await page.getByRole('textbox', { name: 'Message' }).fill('More than ten bytes');
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled();
});
