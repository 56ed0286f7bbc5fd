import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';

const HOUR = 3600;

function transcript(page: Page) {
  return page.getByRole('log', { name: 'Transcript' });
}

/** Px between the lower edge of the transcript's view and its end. */
function below(page: Page): Promise<number> {
  return transcript(page).evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight);
}

test('the transcript stays at its end, and stays where the agent reads', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'First of many');
  for (let index = 1; index <= 40; index += 1) {
    await stack.phones.write(AKELA.number, AKELA.name, `Line ${index}\nof several`);
  }
  await expect(messages(page, 'Line 40')).toBeVisible();
  expect(await below(page)).toBeLessThanOrEqual(1);

  await transcript(page).hover();
  await page.mouse.wheel(0, -100_000);
  await expect(messages(page, 'First of many')).toBeInViewport();
  await stack.phones.write(AKELA.number, AKELA.name, 'Are you still there?');
  await expect(page.getByRole('button', { name: '1 new message' })).toBeVisible();
  await expect(messages(page, 'First of many')).toBeInViewport();

  await page.getByRole('button', { name: '1 new message' }).click();
  await expect(messages(page, 'Are you still there?')).toBeInViewport();
  await expect(page.getByRole('button', { name: '1 new message' })).toHaveCount(0);
  await sendText(page, 'Yes, I am.');
  await expect(messages(page, 'Yes, I am.')).toBeInViewport();
});

test('a failure is told in words with its code, and is sent again only once', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Please confirm');
  await stack.phones.fault({ path: '/*/messages', has: 'to', code: 131042, times: 1 });
  await sendText(page, 'Confirmed.');
  const failed = transcript(page).locator('article[data-status="failed"]');
  await expect(failed).toContainText('Not delivered.');
  await expect(failed).toContainText('problem with the payment');
  await expect(failed).toContainText('131042');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('was not delivered');

  await failed.getByRole('button', { name: 'Retry' }).click();
  await expect(messages(page, 'Confirmed.').last()).toHaveAttribute('data-status', 'delivered');
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await expect(alert).toHaveCount(0);
  const shown = await stack.phones.phone(AKELA.number);
  expect(shown.filter((message) => message.text === 'Confirmed.')).toHaveLength(1);
});

test('the composer says that the window ends, and that it has ended', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'I will be back tomorrow');
  const main = page.getByRole('main', { name: `Interaction with ${AKELA.name}` });
  await stack.phones.advance(23 * HOUR + 40 * 60);
  const ends = main.getByText(/time for free messages ends in (19|20) min/);
  await expect(ends).toBeVisible({ timeout: 25_000 });
  await page.getByRole('textbox', { name: 'Message' }).fill('Good morning');
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled();
  await stack.phones.advance(30 * 60);
  const over = main.getByText(/time for free messages is over. Only notifications/);
  await expect(over).toBeVisible({ timeout: 25_000 });
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Choose a notification' })).toBeVisible();
  // What was written is not lost.
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Good morning');
});

test('an interaction is marked done by keyboard alone, with disposition and note', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Thank you, all is well');
  await page.getByRole('button', { name: 'Mark done' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Mark this interaction done' });
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Thanked us');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Mark done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('option', { name: AKELA.name })).toHaveCount(0);
});
