import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, signIn, test } from '../support/fixtures.ts';
import { roleOf } from '../support/server-options.ts';

const editor = (page: Page) => page.getByRole('dialog', { name: `Notification to ${AKELA.name}` });
const field = (page: Page, name: string | RegExp) => editor(page).getByRole('textbox', { name, exact: true });
const send = (page: Page) => editor(page).getByRole('button', { name: 'Send', exact: true });
const preview = (page: Page) => editor(page).getByRole('region', { name: 'On the customer’s phone' });

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

function template(page: Page, name: string, language = 'English') {
  return editor(page).getByRole('option').filter({ hasText: name }).filter({ hasText: language });
}

async function openEditor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Notification', exact: true }).click();
  await expect(editor(page)).toBeVisible();
}

test('a notification with an image and one with names go out as they were previewed, and the answer comes back', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'What is new?');
  await openEditor(page);
  expect(await serious(page)).toEqual([]);

  // The library has words and a picture for this one, with field codes filled in.
  await template(page, 'season_catalogue').click();
  await expect(editor(page).getByText('parcel.png').first()).toBeVisible();
  await expect(field(page, 'Parameter 1')).toHaveValue('Akela Raksha');
  await field(page, 'Parameter 2').fill('20');
  await field(page, 'Copy offer code: code to copy').fill('JUNGLE20');
  await expect(preview(page)).toContainText('Hi Akela Raksha! 🌿');
  await expect(preview(page)).toContainText('20 percent off');
  await expect(preview(page).getByRole('img', { name: 'parcel.png' })).toHaveJSProperty('complete', true);
  await expect(preview(page).getByRole('img', { name: 'parcel.png' })).not.toHaveJSProperty('naturalWidth', 0);
  expect(await serious(page)).toEqual([]);
  await send(page).click();
  await expect(editor(page)).toHaveCount(0);
  await expect(messages(page, '20 percent off this week')).toHaveAttribute('data-status', /delivered|read/);
  await expect(messages(page, '20 percent off this week').getByRole('img', { name: 'parcel.png' })).toBeVisible();
  const arrived = async () => (await stack.phones.phone(AKELA.number)).filter(({ kind }) => kind === 'template');
  expect((await arrived()).map(({ text }) => text).join()).toContain('Members get 20 percent off this week.');

  // By keyboard alone: the search has the focus, then the list, then the first field.
  await page.keyboard.press('Control+Shift+E');
  await expect(editor(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('appointment');
  await expect(editor(page).getByRole('option')).toHaveCount(1);
  // Behind the search come category and language.
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
  await expect(field(page, 'customer_name')).toBeFocused();
  await expect(field(page, 'customer_name')).toHaveValue('Akela Raksha');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Monday');
  await page.keyboard.press('Tab');
  await page.keyboard.type('09:15');
  await page.keyboard.press('Control+Enter');
  await expect(editor(page)).toHaveCount(0);
  await expect(messages(page, 'we expect you on Monday at 09:15')).toHaveAttribute('data-status', /delivered|read/);
  await stack.phones.choose(AKELA.number, '*');
  await expect(messages(page, 'Yes, I will come').last()).toBeVisible();
});

test('what WhatsApp would refuse is said at the field, and Send is off with the reason', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await openEditor(page);
  await expect(editor(page).getByText('No notification is chosen yet.')).toBeVisible();

  // One that was not approved says why, and cannot be chosen.
  const rejected = template(page, 'flash_sale');
  await expect(rejected).toContainText('Not approved');
  await expect(rejected).toContainText('WhatsApp did not approve it (');
  await rejected.click();
  await expect(editor(page).getByText('No notification is chosen yet.')).toBeVisible();

  await template(page, 'order_shipped', 'English (United States)').click();
  const empty = editor(page).getByText('This is still empty. Fill it in.');
  await expect(empty).toHaveCount(0);
  await expect(send(page)).toBeDisabled();
  await expect(editor(page).getByText(/^4 fields need a look: Header, parameter 1/)).toBeVisible();
  // The first field has the focus; what was left empty says so, what is still to come does not.
  await expect(field(page, 'Header, parameter 1')).toBeFocused();
  await field(page, 'Parameter 1').focus();
  await expect(empty).toHaveCount(1);
  await field(page, 'Parameter 2').focus();
  await expect(empty).toHaveCount(2);
  await field(page, 'Parameter 1').fill('Akela     Raksha');
  await expect(editor(page).getByText('It has more than 4 spaces in a row')).toBeVisible();
  await field(page, 'Parameter 2').fill('Saturday\nor Sunday');
  await expect(editor(page).getByText('It has a line break or a tab')).toBeVisible();
  await editor(page).getByRole('button', { name: 'Write in one line: Parameter 2' }).click();
  await expect(field(page, 'Parameter 2')).toHaveValue('Saturday or Sunday');
  await editor(page).getByRole('button', { name: 'Show me' }).click();
  await expect(field(page, 'Header, parameter 1')).toBeFocused();
  await expect(empty).toHaveCount(2);
  expect(await serious(page)).toEqual([]);

  // What was written stays while the editor is closed.
  await page.keyboard.press('Escape');
  await expect(editor(page)).toHaveCount(0);
  await openEditor(page);
  await expect(field(page, 'Parameter 2')).toHaveValue('Saturday or Sunday');
  await field(page, 'Parameter 1').fill('Akela');
  await field(page, 'Header, parameter 1').fill('JC-20410');
  await field(page, 'Track parcel: end of the address').fill('JC-20410');
  await expect(send(page)).toBeEnabled();
});

test('taking the picture away and choosing it again never takes the picture of the window away', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await openEditor(page);
  await template(page, 'season_catalogue').click();
  const inTheMiddle = () =>
    page.evaluate(async () => {
      await new Promise((drawn) => setTimeout(drawn, 250));
      return document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.tagName;
    });
  for (let time = 0; time < 8; time += 1) {
    await editor(page).getByRole('button', { name: 'Take parcel.png away' }).click();
    const choice = editor(page).getByRole('button', { name: 'File of the library' });
    await expect(choice).toBeVisible();
    expect(await inTheMiddle()).not.toBe('HTML');
    await choice.click();
    await page
      .getByRole('option', { name: /parcel.png/ })
      .first()
      .click();
    await expect(preview(page).getByRole('img', { name: 'parcel.png' })).toBeVisible();
  }
});

test('a notification that is paused while it is written says so within a second and keeps the words', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await openEditor(page);
  await template(page, 'business_followup').click();
  await field(page, 'Parameter 1').fill('Your parcel is here.');
  await expect(send(page)).toBeEnabled();
  await stack.phones.template('business_followup', { status: 'PAUSED' });
  await expect(editor(page).getByRole('alert').filter({ hasText: 'Paused by WhatsApp' })).toBeVisible({
    timeout: 1000,
  });
  await expect(send(page)).toBeDisabled();
  await expect(editor(page).getByText('Cannot be sent: Paused')).toBeVisible();
  await expect(field(page, 'Parameter 1')).toHaveValue('Your parcel is here.');
  await editor(page).getByRole('alert').getByRole('button', { name: 'Choose another' }).click();
  await expect(editor(page).getByRole('searchbox')).toBeFocused();
  await stack.phones.template('business_followup', { status: 'APPROVED' });
  await expect(send(page)).toBeEnabled({ timeout: 1000 });
});

test('an administrator adds a template, sees it pending and approved, changes and deletes it', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await signIn(page, 'Mowgli', 'Not ready');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Templates' }).click();
  const entry = (name: string) => page.getByRole('list', { name: 'Templates' }).getByRole('listitem', { name });
  await expect(entry('flash_sale')).toContainText('Not approved');
  await expect(entry('flash_sale')).toContainText('Reason: ');
  expect(await serious(page)).toEqual([]);

  await page.getByRole('button', { name: 'New template' }).click();
  const dialog = page.getByRole('dialog');
  const entryField = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  await entryField('Name').fill('Parcel at neighbour');
  await entryField('Text').fill('{{1}} has your parcel.');
  await dialog.getByRole('button', { name: 'Show me' }).click();
  await expect(dialog.getByText('Use small letters a to z, digits and underscores only.')).toBeVisible();
  await expect(dialog.getByText('Put words before and after the parameters.')).toBeVisible();
  await expect(dialog.getByText('Give an example: WhatsApp looks at it when it decides.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Hand in' })).toBeDisabled();
  expect(await serious(page)).toEqual([]);

  await entryField('Name').fill('parcel_at_neighbour');
  await entryField('Text').fill('Hello, your neighbour {{1}} has your parcel.');
  await entryField('Example for 1').fill('Baloo');
  await dialog.getByRole('button', { name: 'Add button' }).click();
  await page.getByRole('menuitem', { name: 'Quick reply' }).click();
  await entryField('Label of button 1').fill('Thank you');
  await expect(dialog.getByRole('region', { name: 'On the customer’s phone' })).toContainText(
    'your neighbour Baloo has',
  );
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(entry('parcel_at_neighbour')).toContainText('Pending');
  await stack.phones.template('parcel_at_neighbour', { status: 'APPROVED' });
  await expect(entry('parcel_at_neighbour')).toContainText('Approved');

  await page.getByRole('button', { name: /^Change parcel_at_neighbour/ }).click();
  await entryField('Footer').fill('Jungle support');
  await page.keyboard.press('Escape');
  await expect(dialog.getByText('Discard what you have written?')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep writing' }).click();
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(entry('parcel_at_neighbour')).toContainText('Pending');

  await page.getByRole('button', { name: /^Delete parcel_at_neighbour/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(entry('parcel_at_neighbour')).toHaveCount(0);

  // Without the privilege there is no such section.
  await stack.pushServerOptions(`\n${roleOf('mowgli', 'Administrator.canManageTemplates')}`);
  await expect(page.getByRole('tab', { name: 'Templates' })).toHaveCount(0);
});
