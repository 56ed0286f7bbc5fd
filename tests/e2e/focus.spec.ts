import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, BALOO, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const failed = (page: Page) => page.locator('article[data-status="failed"]');

async function markDone(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+D');
  const dialog = page.getByRole('dialog', { name: 'Mark this interaction done' });
  await dialog.getByRole('button', { name: 'Mark done' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('what failed is sent again from the keyboard, and writing goes on', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.fail(AKELA.number, 131_000);
  await sendText(page, 'It leaves today.');
  const retry = failed(page).getByRole('button', { name: 'Retry' });
  await retry.focus();
  await page.keyboard.press('Enter');
  await expect(messages(page, 'It leaves today.').last()).toHaveAttribute('data-status', /delivered|read/);
  await expect(retry).toHaveCount(0);
  await expect(composer(page)).toBeFocused();
});

test('a file taken away leads to the next one, the last to the text', async ({ startDesk, stack }) => {
  const response = ['[standard-response]', 'name = Second', 'files = parcel.png', '', '[text]', 'And this.'];
  await stack.putResponse('second', response);
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await page.getByRole('tab', { name: 'Responses' }).click();
  const search = page.getByRole('region', { name: 'Responses' }).getByRole('searchbox');
  for (const [words, name] of [
    ['parcel is on', 'Parcel is on its way'],
    ['second', 'Second'],
  ] as const) {
    await search.fill(words);
    await page.getByRole('row', { name }).dblclick();
  }
  const remove = page.getByRole('button', { name: 'Do not send parcel.png' });
  await expect(remove).toHaveCount(2);
  await remove.first().focus();
  await page.keyboard.press('Enter');
  await expect(remove).toHaveCount(1);
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(remove).toHaveCount(0);
  await expect(composer(page)).toBeFocused();
});

test('after an interaction is done the list has the focus, or what says that there is none', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await acceptFrom(desktop, stack, AKELA, 'Hello');
  const page = await acceptFrom(desktop, stack, BALOO, 'Hello');
  await expect(page.getByRole('main', { name: `Interaction with ${BALOO.name}` })).toBeVisible();
  await markDone(page);
  const left = page.getByRole('option', { name: AKELA.name });
  await expect(left).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toBeVisible();
  await markDone(page);
  await expect(left).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('a text box that goes leaves the focus in the transcript', async ({ startDesk, stack }) => {
  test.setTimeout(120_000);
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.write(AKELA.number, AKELA.name, 'STOP');
  await expect(messages(page, 'The customer asked not to be written to any more.')).toBeVisible();
  await composer(page).focus();
  await stack.phones.advance(25 * 3600);
  await expect(composer(page)).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('log', { name: 'Transcript' })).toBeFocused();
});
