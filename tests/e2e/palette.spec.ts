import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, BALOO, expect, signIn, test } from '../support/fixtures.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands and interactions' });

test('finds interactions and commands, and gives the focus back', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  const page = await acceptFrom(desktop, stack, BALOO, 'Second');
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.focus();

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(box).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('parcel');
  await expect(palette(page).getByRole('option')).toHaveText([new RegExp(AKELA.name)]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toBeVisible();
  await expect(box).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('after work');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Agent state' })).toContainText('After Work');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'Dark');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('log out');
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay signed in' }).click();
});

test('names what can be done now, with its keys, and nothing else', async ({ startDesk }) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await signIn(page);
  await page.getByRole('button', { name: 'Search or run a command' }).click();
  await page.keyboard.type('mark done');
  await expect(palette(page).getByText('Nothing fits')).toBeVisible();
  await page.getByRole('combobox').fill('lock');
  await expect(palette(page).getByRole('option', { name: 'Lock Replydesk' })).toContainText('CtrlShiftK');
});
