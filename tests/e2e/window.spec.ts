import type { Page } from '@playwright/test';
import { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';
import { FOLLOW_UP, optionsIn } from '../support/option-folder.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
const chooseNotification = (page: Page) => page.getByRole('button', { name: 'Choose a notification' });
const preview = (page: Page) => page.getByRole('region', { name: `This is what ${AKELA.name} gets` });

test('the window closes by itself, is said before, and words that came too late stay in the box', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  const main = page.getByRole('main', { name: `Interaction with ${AKELA.name}` });
  await expect(main.getByText(/\d left/)).toHaveCount(0);

  await stack.phones.advance(21 * HOUR);
  await expect(main.getByText('2 h 59 min left')).toBeVisible({ timeout: 30_000 });
  await expect(main.getByText(/time for free messages ends/)).toHaveCount(0);

  await stack.phones.advance(2 * HOUR + 40 * MINUTE);
  await expect(main.getByText(/The time for free messages ends in 1\d min/)).toBeVisible({ timeout: 30_000 });
  await composer(page).fill('It leaves today.');
  await expect(sendButton(page)).toBeEnabled();

  await stack.phones.advance(25 * MINUTE);
  await expect(chooseNotification(page)).toBeVisible({ timeout: 30_000 });
  await expect(sendButton(page)).toHaveCount(0);
  await expect(main.getByText('window closed')).toBeVisible();
  await composer(page).press('Enter');
  await expect(chooseNotification(page)).toBeFocused();
  await expect(composer(page)).toHaveValue('It leaves today.');
  await expect(messages(page, 'It leaves today.')).toHaveCount(0);
  await expect(page.getByRole('option', { name: AKELA.name }).getByText('window closed')).toBeVisible();

  // The customer writes again: the same words can go as they are.
  await stack.phones.write(AKELA.number, AKELA.name, 'Hello?');
  await expect(sendButton(page)).toBeEnabled();
  await composer(page).press('Enter');
  await expect(messages(page, 'It leaves today.')).toHaveAttribute('data-status', /delivered|read/, {
    timeout: 15_000,
  });
});

test('with automatic notifications on, what is written goes out as it was shown', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const desktop = await startDesk(await optionsIn(dataDir, FOLLOW_UP));
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  await stack.phones.advance(25 * HOUR);
  await expect(preview(page)).toBeVisible({ timeout: 30_000 });
  await expect(sendButton(page)).toBeDisabled();

  await composer(page).fill('It leaves today.\n\nYou get\ta message.');
  const whole = 'Jungle support has an answer for you: It leaves today. You get a message. Reply here to go on.';
  await expect(preview(page)).toContainText(whole);
  await composer(page).press('Enter');
  await expect(composer(page)).toHaveValue('');
  await expect(messages(page, whole)).toHaveAttribute('data-status', /delivered|read/, { timeout: 15_000 });
  await expect(messages(page, whole)).toHaveAttribute('data-kind', 'template');
  const shown = await stack.phones.phone(AKELA.number);
  expect(shown.filter(({ text }) => text === whole)).toHaveLength(1);

  // Words that are no parameter are refused before they leave.
  await composer(page).fill('See {{name}}');
  await expect(sendButton(page)).toBeDisabled();
  await expect(page.getByText(/“\{\{”/)).toBeVisible();
});

for (const [what, wrong, sentence] of [
  ['id', { 'default-notification-id': 'business_folowup' }, /no template business_folowup.*template-unknown/],
  ['text', { 'default-notification-text': 'An answer: {{1}}' }, /text of the template.*text-differs/],
  ['language', { 'default-notification-language': 'de' }, /not there in de, but in en.*language-unknown/],
] as const) {
  test(`a wrong ${what} of the default notification is said, and nothing goes out by itself`, async ({
    startDesk,
    stack,
    dataDir,
  }) => {
    const desktop = await startDesk(await optionsIn(dataDir, { ...FOLLOW_UP, ...wrong }));
    await signIn(await desktop.page('main'));
    const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
    const notice = page.getByText(sentence).first();
    await expect(notice).toBeVisible();
    await expect(page.getByRole('status').getByRole('button', { name: 'Templates' })).toBeVisible();
    await stack.phones.advance(25 * HOUR);
    await expect(chooseNotification(page)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/What you write cannot go out by itself/)).toBeVisible();
    await expect(sendButton(page)).toHaveCount(0);
  });
}

test('a computer whose clock is three hours slow shows the window by the server', async ({ startDesk, stack }) => {
  // To the desk it is the same whose clock is set, the server's or its own.
  await stack.phones.advance(3 * HOUR);
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  const main = page.getByRole('main', { name: `Interaction with ${AKELA.name}` });
  await expect(main.locator('p[title*="23 h 59 min"]')).toBeVisible();
  await stack.phones.advance(23 * HOUR + 45 * MINUTE);
  await expect(main.getByText(/The time for free messages ends in 1\d min/)).toBeVisible({ timeout: 30_000 });
});

test('a desk may close the window earlier than the server, never later', async ({ startDesk, stack, dataDir }) => {
  const desktop = await startDesk(await optionsIn(dataDir, { 'free-msg-timespan': '3600' }));
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  const main = page.getByRole('main', { name: `Interaction with ${AKELA.name}` });
  await expect(main.getByText('59 min left')).toBeVisible();
  await stack.phones.advance(61 * MINUTE);
  await expect(chooseNotification(page)).toBeVisible({ timeout: 30_000 });
});

test.describe('without the connection', () => {
  // Time passes while the line is cut: the interaction is to stay in the agent's hands all the same.
  test.use({ serverSettings: ['lifecycle.desk-grace-seconds=3600'] });

  test('words whose window closed while the line was cut come back with the choice', async ({ stack, dataDir }) => {
    test.setTimeout(180_000);
    const line = await TcpProxy.start(stack.server.url);
    const desktop = await Desktop.start(['--trial', '--server', line.url, '--data', dataDir]);
    try {
      await signIn(await desktop.page('main'));
      const page = await acceptFrom(desktop, stack, AKELA, 'Are you there?');
      await stack.phones.advance(23 * HOUR + 40 * MINUTE);
      await expect(page.getByText(/The time for free messages ends in/)).toBeVisible({ timeout: 30_000 });
      line.setDown(true);
      await sendText(page, 'Yes, we are.');
      await expect(messages(page, 'Yes, we are.')).toHaveAttribute('data-status', 'queued');
      await stack.phones.advance(25 * MINUTE);
      line.setDown(false);
      await expect(composer(page)).toHaveValue('Yes, we are.', { timeout: 45_000 });
      await expect(messages(page, 'Yes, we are.')).toHaveCount(0);
      await expect(page.getByText(/Your answer to Akela Raksha did not leave/)).toBeVisible();
      await expect(chooseNotification(page)).toBeVisible();
      expect((await stack.phones.phone(AKELA.number)).filter(({ direction }) => direction === 'out')).toEqual([]);
    } finally {
      await desktop.kill();
      await line.stop();
    }
  });
});

test('whoever asked not to be written to is answered while that is possible, and gets no notification', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const desktop = await startDesk(await optionsIn(dataDir, FOLLOW_UP));
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  await stack.phones.write(AKELA.number, AKELA.name, 'STOP');
  await expect(page.getByText('Answer what they wrote, and no more.')).toBeVisible();

  await page.keyboard.press('Control+Shift+E');
  const editor = page.getByRole('dialog', { name: `Notification to ${AKELA.name}` });
  await editor.getByRole('option').filter({ hasText: 'business_followup' }).click();
  await expect(editor.getByText(/Answer what they wrote with a free message/).first()).toBeVisible();
  await expect(editor.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await editor.getByRole('button', { name: 'Close', exact: true }).last().click();

  await sendText(page, 'It leaves today.');
  await expect(messages(page, 'It leaves today.')).toHaveAttribute('data-status', /delivered|read/);

  // Nothing is sent by itself, either, once the time is over.
  await stack.phones.advance(25 * HOUR);
  await expect(page.getByText('You can answer as soon as they write again.')).toBeVisible({ timeout: 30_000 });
  await expect(sendButton(page)).toHaveCount(0);
  await expect(chooseNotification(page)).toHaveCount(0);
});
