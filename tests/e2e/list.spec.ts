import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, BALOO, expect, signIn, test } from '../support/fixtures.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'My interactions' });
const order = (page: Page) => list(page).getByRole('option');

test('what is pinned and ordered by hand stays so over a restart, until it is taken back', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await acceptFrom(desktop, stack, AKELA, 'First');
  const page = await acceptFrom(desktop, stack, BALOO, 'Second');
  const first = (name: string) => expect(order(page).first()).toContainText(name);
  await first(AKELA.name);

  await list(page).getByRole('option', { name: BALOO.name }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Pin to the top' }).click();
  await first(BALOO.name);
  await expect(order(page).first()).toContainText('Pinned');
  await page.keyboard.press('Control+Shift+B');
  await first(AKELA.name);

  await page.getByRole('option', { name: BALOO.name }).focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await first(BALOO.name);
  await desktop.close();

  const again = await (await startDesk()).page('main');
  await signIn(again, 'Mowgli', 'Not ready');
  await expect(order(again).first()).toContainText(BALOO.name);
  await again.getByRole('button', { name: 'Longest waiting first again' }).click();
  await expect(order(again).first()).toContainText(AKELA.name);
});

test('an entry is dragged to another place', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await acceptFrom(desktop, stack, AKELA, 'First');
  const page = await acceptFrom(desktop, stack, BALOO, 'Second');
  const above = list(page).getByRole('option', { name: AKELA.name });
  await list(page)
    .getByRole('option', { name: BALOO.name })
    .dragTo(above, { targetPosition: { x: 80, y: 3 } });
  await expect(order(page).first()).toContainText(BALOO.name);
});

test('panels are sized by keys and put away, and stay so', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'First');
  const width = () => page.getByRole('region', { name: 'My interactions' }).evaluate(({ clientWidth }) => clientWidth);
  const before = await width();
  await page.getByRole('separator', { name: 'Width of the list' }).press('ArrowRight');
  expect(await width()).toBe(before + 16);
  await page.keyboard.press('Control+Shift+H');
  await expect(list(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the list' }).click();
  await expect(list(page)).toBeVisible();
  expect(await width()).toBe(before + 16);
});
