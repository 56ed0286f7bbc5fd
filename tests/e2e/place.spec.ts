import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { TestKeyring } from '../support/keyring.ts';

/** A folder in which agents are asked for their place. */
async function askingFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'config');
  await mkdir(folder);
  const lines = ['login.prompt-place = true', 'login.default-place = Front desk'];
  await writeFile(join(folder, 'application.ini'), `[interaction-workspace]\n${lines.join('\n')}\n`);
  return folder;
}

const place = (page: Page) => page.getByRole('textbox', { name: 'Place' });
const agentMenu = (page: Page) => page.getByRole('button', { name: /^Agent menu/ });

/** Signs Mowgli in with keys alone; types `where` over what the page begins with. */
async function signInAt(page: Page, where: string): Promise<void> {
  await page.getByRole('textbox', { name: 'User name' }).focus();
  await page.keyboard.type('mowgli');
  await page.keyboard.press('Tab');
  await page.keyboard.type('trial');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(place(page)).toBeFocused();
  // Whoever comes to a field by Tab finds its text selected.
  await page.keyboard.type(where);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Agent state' })).toBeVisible();
}

async function expectInMenu(page: Page, where: string): Promise<void> {
  await agentMenu(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: where })).toBeVisible();
  await page.keyboard.press('Escape');
}

test('an agent says where they sit with keys alone, and the computer knows it the next time', async ({
  startDesk,
  dataDir,
}) => {
  const folder = await askingFolder(dataDir);
  const keyring = await TestKeyring.start();
  try {
    const first = await startDesk(['--config', folder, ...keyring.args], keyring.env);
    const page = await first.page('main');
    await expect(place(page)).toHaveValue('Front desk');
    await signInAt(page, 'Window 3');
    await expectInMenu(page, 'Window 3');
    await first.kill();

    const again = await (await startDesk(['--config', folder, ...keyring.args], keyring.env)).page('main');
    await expect(again.getByText('Connected', { exact: true })).toBeVisible();
    await expectInMenu(again, 'Window 3');
    await again.getByRole('button', { name: 'Settings', exact: true }).click();
    await again.getByRole('tab', { name: 'Diagnostics' }).click();
    await expect(again.getByText('Place: Window 3')).toBeVisible();
    await agentMenu(again).press('Enter');
    await again.getByRole('menuitem', { name: 'Log out' }).press('Enter');
    await again.getByRole('alertdialog').getByRole('button', { name: 'Log out' }).press('Enter');
    await expect(place(again)).toHaveValue('Window 3');
  } finally {
    await keyring.stop();
  }
});

test('an agent who is not asked for a place finds no field for it', async ({ startDesk }) => {
  const page = await (await startDesk()).page('main');
  await expect(page.getByRole('textbox', { name: 'User name' })).toBeVisible();
  await expect(place(page)).toHaveCount(0);
});
