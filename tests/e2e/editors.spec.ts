import type { Page } from '@playwright/test';
import type { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, expect, messages, signIn, test } from '../support/fixtures.ts';

const editor = (page: Page) => page.getByRole('dialog', { name: `Notification to ${AKELA.name}` });
const option = (page: Page, name: string) => editor(page).getByRole('option').filter({ hasText: name });
const field = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });

async function openEditor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Notification', exact: true }).click();
  await expect(editor(page)).toBeVisible();
}

/** The smallest window with the largest text. */
async function makeTight(desktop: Desktop, page: Page): Promise<void> {
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('index.html'));
    window?.setContentSize(1024, 640);
  });
  await setOption(page, 'gui.text-size', '200');
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
}

async function setOption(page: Page, name: string, value: string): Promise<void> {
  const answer = await page.evaluate((params) => window.replydesk.request('option.set', params), { name, value });
  expect(answer.ok).toBe(true);
}

test('at 200 % text in the smallest window a notification can be chosen, another one instead, and read in its bubble', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is it?');
  await makeTight(desktop, page);
  await expect(page.getByRole('button', { name: /^Agent menu/ })).toBeInViewport({ ratio: 1 });

  await openEditor(page);
  await expect(editor(page).getByRole('option').first()).toBeInViewport({ ratio: 0.9 });
  await editor(page).getByRole('searchbox').fill('order_shipped');
  await option(page, 'order_shipped').filter({ hasText: 'English (United States)' }).click();
  await expect(field(page, 'Header, parameter 1')).toBeFocused();
  await expect(editor(page).getByText('4 fields need a look.', { exact: true })).toBeVisible();

  await editor(page).getByRole('button', { name: 'Choose another' }).click();
  await expect(editor(page).getByRole('searchbox')).toBeFocused();
  await expect(editor(page).getByText(/need a look/)).toHaveCount(0);
  await editor(page).getByRole('button', { name: 'Back to the fields' }).click();
  await expect(field(page, 'Header, parameter 1')).toBeFocused();
  await editor(page).getByRole('button', { name: 'Choose another' }).click();
  await editor(page).getByRole('searchbox').fill('followup');
  await expect(option(page, 'business_followup')).toBeInViewport({ ratio: 0.9 });
  await option(page, 'business_followup').click();
  await field(page, 'Parameter 1').fill('We have news.');
  const close = editor(page).getByRole('button', { name: 'Close', exact: true }).last();
  expect((await close.boundingBox())?.height ?? 0).toBeLessThan(80);
  await editor(page).getByRole('button', { name: 'Send', exact: true }).click();

  const sent = messages(page, 'We have news.');
  await expect(sent).toHaveAttribute('data-status', /delivered|read/);
  const overhang = await sent.evaluate((message) => {
    const bubble = message.querySelector('[dir]')?.getBoundingClientRect();
    const parts = [...message.querySelectorAll('[data-part], time')].map((part) => part.getBoundingClientRect());
    return Math.max(...parts.map(({ right }) => right - (bubble?.right ?? 0)));
  });
  expect(overhang).toBeLessThanOrEqual(0);

  // What is written above a composer that is closed is there to be read whole.
  await setOption(page, 'gui.text-size', '200');
  await stack.phones.advance(25 * 3600);
  const line = page.getByText('The time for free messages is over.');
  await expect(line).toBeInViewport({ ratio: 1 });
  expect(
    await line.evaluate(({ parentElement: words }) => (words ? words.scrollHeight - words.clientHeight : -1)),
  ).toBe(0);
  await expect(page.getByRole('button', { name: 'Choose a notification' })).toBeInViewport({ ratio: 1 });
});

test('editors begin where one writes, and the focus stays with what was chosen', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'What is new?');

  await page.getByRole('button', { name: 'Reply buttons, list or link' }).click();
  await page.keyboard.type('When?');
  const builder = page.getByRole('dialog');
  await expect(field(page, 'Text')).toHaveValue('When?');
  // The reason stands at the empty field as well, once one asks for it.
  const empty = builder.getByText('This is still empty. Write something here.', { exact: true });
  await expect(empty).toHaveCount(0);
  await builder.getByRole('button', { name: 'Show me' }).click();
  await expect(field(page, 'Button 1')).toBeFocused();
  await expect(empty).toHaveCount(1);

  // What is said of an entry leaves its description beside it.
  await builder.getByText('List', { exact: true }).click();
  const entry = builder.getByRole('textbox', { name: 'Entry 1', exact: true });
  const description = builder.getByRole('textbox', { name: /^Description of entry 1/ });
  await entry.fill('x'.repeat(30));
  await expect(entry).toHaveAttribute('aria-invalid', 'true');
  const [first, second] = [await entry.boundingBox(), await description.boundingBox()];
  expect({ y: second?.y, height: second?.height }).toEqual({ y: first?.y, height: first?.height });
  await page.keyboard.press('Escape');

  // The library's picture is there already: what is to be written comes first.
  await openEditor(page);
  await option(page, 'season_catalogue').click();
  await expect(field(page, 'Parameter 1')).toBeFocused();
  await editor(page).getByRole('button', { name: 'Take parcel.png away' }).click();
  const library = editor(page).getByRole('button', { name: /File of the library/ });
  await expect(library).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'parcel.png · Parcel is on its' }).click();
  await expect(editor(page).getByRole('button', { name: 'Take parcel.png away' })).toBeFocused();

  // Opened again, the list shows which one it is.
  await page.keyboard.press('Escape');
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('index.html'));
    window?.setContentSize(1024, 640);
  });
  await openEditor(page);
  await expect(option(page, 'season_catalogue')).toBeInViewport({ ratio: 0.9 });
  await expect(editor(page).getByRole('region', { name: 'On the customer’s phone' })).toBeInViewport();
});

test('an administrator is told what WhatsApp takes, and keeps the focus', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await signIn(page, 'Mowgli', 'Not ready');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Templates' }).click();
  await desktop.takesKeys('main');
  const list = page.getByRole('list', { name: 'Templates' });
  const entry = (name: string) => list.getByRole('listitem', { name });
  await expect(entry('delivery_survey')).toContainText('WhatsApp is looking at it');
  await expect(page.getByRole('button', { name: /^Change delivery_survey/ })).toBeDisabled();

  // A name is taken in a language, and said so at its field.
  await page.getByRole('button', { name: 'New template' }).click();
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('business_followup');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText('This name is taken in English already.')).toBeVisible();
  await field(page, 'Name').fill('parcel_at_neighbour');
  await field(page, 'Text').fill('Hello, we have your parcel.');

  // Refused by WhatsApp, in words, and the focus is where it was.
  await stack.phones.fault({ path: 'message_templates', code: 2, times: 1 });
  await dialog.getByRole('button', { name: 'Hand in' }).click();
  await expect(dialog.getByText('WhatsApp is down or overloaded. Retry in a few minutes.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Hand in' })).toBeFocused();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toHaveCount(0);

  await stack.phones.fault({ path: 'message_templates', code: 2, times: 1 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('The list may be old: WhatsApp is down or overloaded.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeFocused();
  const middle = async (name: string) => {
    const box = await page.getByRole('button', { name }).boundingBox();
    return Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2);
  };
  expect(await middle('Refresh')).toBe(await middle('New template'));

  // The next one takes the focus of the one that is gone.
  await page.getByRole('button', { name: /^Delete business_followup/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(entry('business_followup')).toHaveCount(0);
  await expect(entry('delivery_survey').getByRole('button', { name: /^Delete/ })).toBeFocused();
});
