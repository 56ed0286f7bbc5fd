import type { Locator, Page } from '@playwright/test';
import { AKELA, BALOO, expect, messages, test } from '../support/fixtures.ts';

/** Nothing in this file clicks, hovers or focuses by itself: an agent's hands stay on the keyboard (UI-1, A11Y-1). */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target}.`);
}

test('a shift by keyboard alone', async ({ startDesk, stack }) => {
  test.setTimeout(120_000);
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await expect(page.getByRole('button', { name: 'Mowgli' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Mowgli' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Agent state' })).toBeVisible();
  await page.keyboard.press('Control+Shift+A');
  await expect(page.getByRole('button', { name: 'Agent state' })).toContainText('Ready');

  // An offer is accepted in its preview, which takes Enter once it has the focus.
  await stack.phones.write(AKELA.number, AKELA.name, 'Where is my parcel?');
  const toast = await desktop.page('toast');
  await expect(toast.getByRole('button', { name: 'Accept' })).toBeVisible();
  await toast.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toBeVisible();

  // The text box has the focus: two lines are written and sent.
  await page.keyboard.type('It leaves today.');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('You will get a message.');
  await page.keyboard.press('Enter');
  await expect(messages(page, 'It leaves today.')).toHaveAttribute('data-status', /delivered|read/);

  // A second customer, and back by the number of the entry.
  await stack.phones.write(BALOO.number, BALOO.name, 'Good morning');
  await expect(toast.getByRole('button', { name: 'Accept' })).toBeVisible();
  await toast.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: `Interaction with ${BALOO.name}` })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toBeVisible();

  // Search, and out of it again.
  await page.keyboard.press('Control+f');
  await page.keyboard.type('parcel');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);

  // The palette leads to the settings, a key back to the list.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Options' })).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toBeVisible();

  // Done with a disposition and a note.
  await page.keyboard.press('Control+Shift+D');
  const dialog = page.getByRole('dialog', { name: 'Mark this interaction done' });
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Told when it leaves.');
  await tabTo(page, dialog.getByRole('button', { name: 'Mark done' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: AKELA.name })).toHaveCount(0);
});
