import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, signIn, test } from '../support/fixtures.ts';
import { roleOf } from '../support/server-options.ts';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
const panel = (page: Page) => page.getByRole('region', { name: 'Responses' });
const search = (page: Page) => panel(page).getByRole('searchbox');
const files = (page: Page) => page.getByRole('list', { name: 'Files that are sent behind the text' });

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

test('a shortcut typed in the text becomes the response, by keyboard alone', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await composer(page).focus();
  await page.keyboard.type('See https://example.org/he');
  await expect(page.getByRole('listbox', { name: 'Responses' })).toHaveCount(0);
  await composer(page).fill('');
  await page.keyboard.type('/hel');
  const offered = page.getByRole('listbox', { name: 'Responses' }).getByRole('option');
  await expect(offered).toHaveCount(1);
  expect(await serious(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(offered).toHaveCount(0);
  await expect(composer(page)).toHaveValue('/hel');

  await composer(page).fill('');
  await page.keyboard.type('/');
  await expect(offered).not.toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('hello');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toHaveValue(/^Hello Akela Raksha,\n\nmy name is Mowgli, and I will/);
  await page.keyboard.press('Enter');
  await expect(messages(page, 'I will look into it right away')).toHaveAttribute('data-status', /delivered|read/);
});

test('a response is found, says what is missing, and leaves with its file once that is filled in', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  await page.keyboard.press('Control+Shift+F');
  await expect(panel(page)).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await page.keyboard.type('parcel way');
  await expect(panel(page).getByRole('row')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('row')).toBeFocused();
  await page.keyboard.press('Enter');

  // What nobody knows is selected, and nothing leaves until it is filled in.
  await expect(composer(page)).toBeFocused();
  await expect(composer(page)).toHaveValue(/\$AttachedData\.OrderNumber\$/);
  await expect(files(page).getByText('parcel.png')).toBeVisible();
  await expect(sendButton(page)).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(messages(page, 'has left our house')).toHaveCount(0);
  await expect(page.getByText('Fill in what is marked before you send.')).toBeVisible();
  expect(await serious(page)).toEqual([]);
  const selected = () =>
    composer(page).evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd));
  expect(await selected()).toBe('$AttachedData.OrderNumber$');
  await page.keyboard.type('JC-20418');
  await page.keyboard.press('Tab');
  expect(await selected()).toBe('$Contact.FirstName$');
  await page.keyboard.type('Akela');
  await expect(sendButton(page)).toBeEnabled();
  await page.keyboard.press('Enter');

  await expect(files(page)).toHaveCount(0);
  await expect(messages(page, 'Your order JC-20418 has left our house, dear Akela.')).toHaveAttribute(
    'data-status',
    /delivered|read/,
    { timeout: 15_000 },
  );
  await expect
    .poll(async () => (await stack.phones.phone(AKELA.number)).map(({ kind }) => kind), { timeout: 15_000 })
    .toEqual(['text', 'text', 'image']);
});

test('files are taken away one by one, and a double click or a drop inserts', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await page.getByRole('tab', { name: 'Responses' }).click();
  await search(page).fill('parcel is on');
  await panel(page).getByRole('row', { name: 'Parcel is on its way' }).dblclick();
  const remove = page.getByRole('button', { name: 'Do not send parcel.png' });
  await remove.focus();
  await page.keyboard.press('Delete');
  await expect(remove).toHaveCount(0);
  await expect(composer(page)).toBeFocused();

  await composer(page).fill('');
  await search(page).fill('thanks');
  await panel(page).getByRole('row', { name: 'Thanks and good-bye' }).locator('div[draggable]').dragTo(composer(page));
  await expect(composer(page)).toHaveValue(/Thank you for writing to us/);

  // Used responses and favourites stand above the tree, also after a restart.
  await panel(page).getByRole('button', { name: 'Add to the favourites' }).click();
  await search(page).fill('');
  await expect(panel(page).getByRole('row', { name: 'Favourites' })).toBeVisible();
  await expect(panel(page).getByRole('row', { name: 'Recently used' })).toBeVisible();
});

test('notifications and lists of the library open in their editors', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await page.getByRole('tab', { name: 'Responses' }).click();
  await search(page).fill('catalogue');
  await panel(page).getByRole('row', { name: 'Catalogue of the season' }).click();
  await expect(panel(page).getByText(`Hi ${AKELA.name}! 🌿 The rainy season is here`)).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await panel(page).getByRole('button', { name: 'Open as notification' }).click();
  await expect(page.getByRole('dialog', { name: /Notification to/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await composer(page).fill('/day');
  await composer(page).press('Enter');
  await expect(page.getByRole('dialog').getByText('On which day may we bring your parcel?').first()).toBeVisible();
});

test('a response stands apart from the words beside it, and Undo takes it out again', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await composer(page).focus();
  await page.keyboard.type('first');
  await page.getByRole('tab', { name: 'Responses' }).click();
  await search(page).fill('thanks');
  await panel(page).getByRole('row', { name: 'Thanks and good-bye' }).click();
  await panel(page).getByRole('button', { name: 'Insert' }).click();
  await expect(composer(page)).toBeFocused();
  await expect(composer(page)).toHaveValue(/^first Thank you for writing to us/);
  await page.keyboard.press('Control+z');
  await expect(composer(page)).toHaveValue('first');

  // What is not found any more is not offered either.
  await search(page).fill('zzzz');
  await expect(panel(page).getByText('Nothing found')).toBeVisible();
  await expect(panel(page).getByRole('button', { name: 'Insert' })).toHaveCount(0);
});

test('once only notifications can be sent, Enter on another response says so', async ({ startDesk, stack }) => {
  test.setTimeout(120_000);
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.advance(25 * 3600);
  await expect(page.getByRole('button', { name: 'Choose a notification' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('thanks');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const said = page.locator('[aria-live="polite"]').filter({ hasText: 'Only notifications can be sent now.' });
  await expect(said).toHaveCount(1);
});

test('without the privilege there are no responses', async ({ startDesk, stack }) => {
  await stack.pushServerOptions(`\n${roleOf('mowgli', 'InteractionWorkspace.StandardResponse.canUse')}`);
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await expect(page.getByRole('region', { name: 'Contact' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Responses' })).toHaveCount(0);
  await composer(page).fill('/hello');
  await composer(page).press('Enter');
  await expect(messages(page, '/hello')).toHaveCount(1);
});
