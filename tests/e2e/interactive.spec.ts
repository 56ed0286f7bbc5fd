import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, signIn, test } from '../support/fixtures.ts';

const DAY = 86_400;

const builder = (page: Page) => page.getByRole('dialog', { name: 'Reply buttons, list or link' });
const field = (page: Page, name: string) =>
  builder(page).getByRole('textbox', { name: new RegExp(`^${name}( \\(optional\\))?$`) });
const send = (page: Page) => builder(page).getByRole('button', { name: 'Send' });
const option = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

async function setTheme(page: Page, value: string): Promise<void> {
  const answer = await page.evaluate(
    (theme) => window.replydesk.request('option.set', { name: 'gui.theme', value: theme }),
    value,
  );
  expect(answer.ok).toBe(true);
}

/** Moves the focus by Tab until it is on the element; nothing is clicked. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.textContent : null;
      return activeElement?.getAttribute('aria-label') ?? label ?? activeElement?.textContent ?? '';
    });
    if (focused.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached by Tab.`);
}

test('reply buttons are sent as the preview shows them, and the answer is highlighted in them', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'When do you come?');
  await page.getByRole('button', { name: 'Reply buttons, list or link' }).click();
  await expect(send(page)).toBeDisabled();
  await field(page, 'Text').fill('When may we *come by*?');
  await field(page, 'Button 1').fill('Thursday');
  await builder(page).getByRole('button', { name: 'Add a button' }).click();
  await expect(field(page, 'Button 2')).toBeFocused();
  await page.keyboard.type('Thursday');
  const preview = builder(page).getByRole('region', { name: 'On the customer’s phone' });
  await expect(preview.getByRole('strong')).toHaveText('come by');
  await expect(preview.getByRole('listitem')).toHaveCount(2);

  await expect(builder(page).getByText('This stands there twice.').first()).toBeVisible();
  await expect(field(page, 'Button 2')).toHaveAttribute('aria-invalid', 'true');
  await expect(send(page)).toBeDisabled();
  await field(page, 'Button 2').fill('Friday');
  await expect(send(page)).toBeEnabled();
  await send(page).click();
  await expect(builder(page)).toBeHidden();

  await expect
    .poll(async () => (await stack.phones.phone(AKELA.number)).at(-1)?.text)
    .toBe('When may we *come by*?\n[Thursday]\n[Friday]');
  const question = page.locator('article[data-kind="interactive"]');
  await expect(question.getByRole('listitem')).toHaveCount(2);
  await expect(question.getByRole('button')).toHaveCount(0);
  await expect(question.locator('[data-chosen="true"]')).toHaveCount(0);

  await stack.phones.choose(AKELA.number, 'button-2');
  await expect(question.locator('[data-chosen="true"]')).toContainText('Friday');
  await expect(option(page, 'Friday').filter({ hasText: 'chosen by the customer' })).toBeVisible();
  const answer = page.locator('article[data-kind="button-reply"]');
  await expect(answer).toContainText('Friday');
  await expect(answer).toContainText('When may we come by?');
});

test('a list is built, put in order and sent by keyboard alone, and its chosen entry is highlighted', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'I need help');
  const { keyboard } = page;
  await keyboard.press('Control+Shift+Y');
  await expect(builder(page)).toBeVisible();
  await tabTo(page, 'Reply buttons');
  await keyboard.press('ArrowRight');
  await expect(builder(page).getByRole('radio', { name: 'List' })).toBeChecked();
  const write = async (name: string, text: string) => {
    while (!(await field(page, name).evaluate((input) => input === document.activeElement)))
      await keyboard.press('Tab');
    await keyboard.type(text);
  };
  await write('Text', 'What is it about?');
  await write('Button that opens the list', 'Choose');
  await write('Title of section 1', 'Orders');
  await write('Entry 1', 'Parcel');
  await write('Description of entry 1', 'Where it is');
  await tabTo(page, 'Add an entry to section 1');
  await keyboard.press('Enter');
  await expect(field(page, 'Entry 2')).toBeFocused();
  await keyboard.type('Invoice');
  await tabTo(page, 'Move up: Entry 2');
  await keyboard.press('Enter');
  await expect(field(page, 'Entry 1')).toHaveValue('Invoice');
  // What was moved keeps the focus, though it cannot go further up.
  await expect(field(page, 'Entry 1')).toBeFocused();
  await tabTo(page, 'Add a section');
  await keyboard.press('Enter');
  await keyboard.type('Repairs');
  await write('Entry 3', 'Book');
  await expect(builder(page).getByText('3 of 10 entries')).toBeVisible();
  await tabTo(page, 'Send');
  await keyboard.press('Enter');
  await expect(builder(page)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();

  await expect
    .poll(async () => (await stack.phones.phone(AKELA.number)).at(-1)?.text)
    .toBe('What is it about?\n[Choose]\nOrders\n- Invoice\n- Parcel\nRepairs\n- Book');
  const question = page.locator('article[data-kind="interactive"]');
  const opener = question.getByRole('button', { name: 'Choose' });
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await opener.click();
  await expect(question.getByRole('listitem').filter({ hasText: 'Parcel' }).last()).toContainText('Where it is');
  await opener.click();

  await stack.phones.choose(AKELA.number, 'row-1');
  await expect(question.locator('[data-chosen="true"]')).toContainText('Parcel');
  await expect(messages(page, 'Parcel').last()).toContainText('What is it about?');
});

test('outside the window the builder says so and leads to notifications; what was written stays', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await page.keyboard.press('Control+Shift+Y');
  await field(page, 'Text').fill('May we come?');
  await field(page, 'Button 1').fill('Yes');
  await expect(send(page)).toBeEnabled();
  await stack.phones.advance(DAY + 60);
  const alert = builder(page).getByRole('alert').filter({ hasText: 'notification' });
  await expect(alert).toBeVisible({ timeout: 30_000 });
  await expect(send(page)).toBeDisabled();
  await alert.getByRole('button', { name: 'Notification' }).click();
  await expect(page.getByRole('dialog', { name: /^Notification/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Y');
  await expect(field(page, 'Text')).toHaveValue('May we come?');
});

test('axe finds nothing serious in the builder and in what it sends, in any theme', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await page.keyboard.press('Control+Shift+Y');
  await field(page, 'Text').fill('Shall we go on?');
  await field(page, 'Footer').fill('Jungle support');
  await field(page, 'Button 1').fill('Yes');
  await send(page).click();
  await expect.poll(async () => (await stack.phones.phone(AKELA.number)).at(-1)?.text).toContain('[Yes]');
  await stack.phones.choose(AKELA.number, '*');
  await expect(page.locator('[data-chosen="true"]')).toBeVisible();
  for (const theme of ['Default', 'Dark', 'HighContrast']) {
    await setTheme(page, theme);
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Control+Shift+Y');
    await builder(page).getByText('List', { exact: true }).first().click();
    await field(page, 'Text').fill('x'.repeat(1100));
    await expect(builder(page).getByText('It is too long').first()).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
