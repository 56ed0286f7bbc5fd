import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';
import { FOLLOW_UP, optionsIn } from '../support/option-folder.ts';

const editor = (page: Page) => page.getByRole('dialog', { name: `Notification to ${AKELA.name}` });
const failed = (page: Page) => page.locator('article[data-status="failed"]');

test('a notification that failed is sent again as it was filled in', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.fail(AKELA.number, 131_000);
  await page.keyboard.press('Control+Shift+E');
  await editor(page).getByRole('option').filter({ hasText: 'business_followup' }).click();
  await editor(page).getByRole('textbox', { name: 'Parameter 1' }).fill('Your parcel is here.');
  await page.keyboard.press('Control+Enter');
  await expect(failed(page)).toContainText('Something went wrong at WhatsApp.');

  await failed(page).getByRole('button', { name: 'Retry' }).click();
  await expect(messages(page, 'Your parcel is here.').last()).toHaveAttribute('data-status', /delivered|read/);
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  const arrived = (await stack.phones.phone(AKELA.number)).filter(({ kind }) => kind === 'template');
  expect(arrived.map(({ text }) => text).join()).toContain('Your parcel is here.');
});

test('a text that WhatsApp refuses for the closed window goes as the default notification', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const desktop = await startDesk(await optionsIn(dataDir, FOLLOW_UP));
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.fail(AKELA.number, 131_047);
  await sendText(page, 'It leaves today.');
  await expect(failed(page)).toContainText('More than 24 hours have passed');
  await expect(failed(page).getByRole('button', { name: 'Retry' })).toHaveCount(0);

  // What the provider says of the window counts: the composer does not promise another free message.
  await expect(page.getByRole('region', { name: `This is what ${AKELA.name} gets` })).toBeVisible();

  await failed(page).getByRole('button', { name: 'Send as notification' }).click();
  await expect(editor(page).getByRole('textbox', { name: 'Parameter 1' })).toHaveValue('It leaves today.');
  await editor(page).getByRole('button', { name: 'Send', exact: true }).click();
  const whole = 'Jungle support has an answer for you: It leaves today. Reply here to go on.';
  await expect(messages(page, whole)).toHaveAttribute('data-status', /delivered|read/);
});

test('a notification that WhatsApp does not take any more leads to the others', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.fail(AKELA.number, 132_015);
  await page.keyboard.press('Control+Shift+E');
  await editor(page).getByRole('option').filter({ hasText: 'business_followup' }).click();
  await editor(page).getByRole('textbox', { name: 'Parameter 1' }).fill('Your parcel is here.');
  await page.keyboard.press('Control+Enter');
  await expect(failed(page)).toContainText('paused this notification');
  await failed(page).getByRole('button', { name: 'Choose a notification' }).click();
  await expect(editor(page).getByRole('searchbox')).toBeFocused();
});
