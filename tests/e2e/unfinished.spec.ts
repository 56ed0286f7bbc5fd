import type { Page } from '@playwright/test';
import type { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, BALOO, expect, messages, signIn, test } from '../support/fixtures.ts';
import { TestKeyring } from '../support/keyring.ts';

/** Writing has paused, and what was written is on the disk. */
const KEPT_AFTER = 1000;

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const files = (page: Page) => page.getByRole('list', { name: 'Files that are sent behind the text' });
const editor = (page: Page) => page.getByRole('dialog', { name: /^Notification to/ });
const parameter = (page: Page) => editor(page).getByRole('textbox', { name: 'Parameter 1', exact: true });
const builder = (page: Page) => page.getByRole('dialog', { name: 'Reply buttons, list or link' });
const field = (page: Page, name: string) =>
  builder(page).getByRole('textbox', { name: new RegExp(`^${name}( \\(optional\\))?$`) });
const newSession = (page: Page) => page.getByRole('dialog', { name: 'New session' });

const openEditor = (page: Page) => page.getByRole('button', { name: 'Notification', exact: true }).click();
const openBuilder = (page: Page) => page.getByRole('button', { name: 'Reply buttons, list or link' }).click();

async function insert(page: Page, response: string): Promise<void> {
  await page.getByRole('tab', { name: 'Responses' }).click();
  const panel = page.getByRole('region', { name: 'Responses' });
  await panel.getByRole('searchbox').fill(response);
  await panel.getByRole('row', { name: response }).dblclick();
}

async function close(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Half a notification, half a list and the file of a response are there. */
async function hasAll(page: Page): Promise<void> {
  await expect(files(page).getByText('parcel.png')).toBeVisible();
  await openEditor(page);
  await expect(parameter(page)).toHaveValue('Your parcel');
  await close(page);
  await openBuilder(page);
  await expect(builder(page).getByRole('radio', { name: 'List' })).toBeChecked();
  await expect(field(page, 'Text')).toHaveValue('What is it about?');
  await expect(field(page, 'Entry 1')).toHaveValue('Parcel');
  await close(page);
}

async function hasNothing(page: Page): Promise<void> {
  await expect(composer(page)).toBeVisible();
  await expect(files(page)).toHaveCount(0);
  await openEditor(page);
  await expect(editor(page).getByText('No notification is chosen yet.')).toBeVisible();
  await close(page);
  await openBuilder(page);
  await expect(builder(page).getByRole('radio', { name: 'Reply buttons' })).toBeChecked();
  await expect(field(page, 'Text')).toHaveValue('');
  await close(page);
}

async function lockAndUnlock(page: Page, secret: RegExp): Promise<void> {
  await page.evaluate(() => window.replydesk.request('command.run', { command: 'application.lock', params: {} }));
  await expect(page.getByRole('main', { name: 'Replydesk is locked' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(secret);
  await page.getByRole('textbox', { name: 'Password' }).fill('trial');
  await page.getByRole('button', { name: 'Unlock' }).click();
}

test('what is begun in editors and what stands as a file is there after a crash and in any window, until it is sent', async ({
  startDesk,
  stack,
}) => {
  test.setTimeout(180_000);
  const keyring = await TestKeyring.start();
  const start = () => startDesk(keyring.args, keyring.env);
  const again = async (before: Desktop) => {
    await before.kill();
    const desktop = await start();
    const page = await desktop.page('main');
    await page.getByRole('option', { name: AKELA.name }).click();
    await desktop.takesKeys('main');
    return { desktop, page };
  };
  try {
    const first = await start();
    await signIn(await first.page('main'));
    const written = await acceptFrom(first, stack, AKELA, 'Where is my parcel?');
    await insert(written, 'Parcel is on its way');
    await expect(files(written).getByText('parcel.png')).toBeVisible();
    await openEditor(written);
    await editor(written).getByRole('option').filter({ hasText: 'business_followup' }).click();
    await parameter(written).fill('Your parcel');
    await close(written);
    await openBuilder(written);
    await builder(written).getByText('List', { exact: true }).first().click();
    await field(written, 'Text').fill('What is it about?');
    await field(written, 'Entry 1').fill('Parcel');
    await written.waitForTimeout(KEPT_AFTER);

    const { desktop, page } = await again(first);
    await hasAll(page);
    await page.getByRole('button', { name: 'Open in a window of its own' }).click();
    const own = await desktop.page('interaction');
    await desktop.takesKeys('interaction');
    await hasAll(own);

    // What is written on there is there, too, where it is put back to.
    await openBuilder(own);
    await field(own, 'Button that opens the list').fill('Choose');
    await close(own);
    await own.getByRole('button', { name: 'Put back into the main window' }).click();
    await expect(composer(page)).toBeVisible();
    await desktop.takesKeys('main');
    await openBuilder(page);
    await expect(field(page, 'Button that opens the list')).toHaveValue('Choose');
    await builder(page).getByRole('button', { name: 'Send' }).click();
    await expect(builder(page)).toHaveCount(0);
    await openEditor(page);
    await parameter(page).fill('Your parcel is here.');
    await editor(page).getByRole('button', { name: 'Send', exact: true }).click();
    await expect(editor(page)).toHaveCount(0);
    await composer(page).fill('A picture of it:');
    await composer(page).press('Enter');
    await expect(messages(page, 'A picture of it:')).toHaveAttribute('data-status', /delivered|read/);
    await hasNothing(page);

    const last = await again(desktop);
    await hasNothing(last.page);
    await expect(messages(last.page, 'Your parcel is here.')).toHaveCount(1);
  } finally {
    await keyring.stop();
  }
});

test('a first message survives a crash, and a lock takes nothing from an editor that it hides', async ({
  startDesk,
  stack,
}) => {
  test.setTimeout(120_000);
  const keyring = await TestKeyring.start();
  try {
    let desktop = await startDesk(keyring.args, keyring.env);
    await signIn(await desktop.page('main'));
    let page = await acceptFrom(desktop, stack, BALOO, 'Thank you!');
    await page.getByRole('button', { name: 'Mark done' }).click();
    const question = page.getByRole('dialog', { name: 'Mark this interaction done' });
    if (await question.isVisible()) await question.getByRole('button', { name: 'Mark done' }).click();
    await expect(page.getByRole('main', { name: `Interaction with ${BALOO.name}` })).toHaveCount(0);
    const writeTo = async () => {
      await page.keyboard.press('Control+Shift+S');
      await expect(newSession(page).getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('Baloo');
      await newSession(page).getByRole('option', { name: /Baloo/ }).click();
    };
    const words = () => newSession(page).getByRole('textbox', { name: 'First message' });
    await writeTo();
    await words().fill('One more thing');
    await page.waitForTimeout(KEPT_AFTER);

    await desktop.kill();
    desktop = await startDesk(keyring.args, keyring.env);
    page = await desktop.page('main');
    await expect(page.getByRole('button', { name: 'Agent state' })).toContainText('Ready');
    await desktop.takesKeys('main');
    await writeTo();
    await expect(words()).toHaveValue('One more thing');
    await newSession(page).getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('main', { name: `Interaction with ${BALOO.name}` })).toBeVisible();

    // Opened with words of the library: drawn anew after the lock, it has those the agent wrote.
    await page.getByRole('tab', { name: 'Responses' }).click();
    const panel = page.getByRole('region', { name: 'Responses' });
    await panel.getByRole('searchbox').fill('catalogue');
    await panel.getByRole('row', { name: 'Catalogue of the season' }).click();
    await panel.getByRole('button', { name: 'Open as notification' }).click();
    await parameter(page).fill('Uncle Baloo');
    await lockAndUnlock(page, /Uncle|Baloo/);
    await expect(parameter(page)).toHaveValue('Uncle Baloo');
    await close(page);

    await composer(page).fill('/day');
    await composer(page).press('Enter');
    await field(page, 'Text').fill('On which night?');
    await lockAndUnlock(page, /night/);
    await expect(field(page, 'Text')).toHaveValue('On which night?');
  } finally {
    await keyring.stop();
  }
});
