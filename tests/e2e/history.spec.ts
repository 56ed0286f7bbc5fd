import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';

async function markDone(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mark done' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Resolved').click();
  await dialog.getByRole('button', { name: 'Mark done' }).click();
  await expect(page.getByRole('option', { name: AKELA.name })).toHaveCount(0);
}

test('earlier sessions stand above the one at hand, and are searched with it', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  for (const text of ['First visit: the okapi is late', 'Second visit: where is the parcel?']) {
    const page = await acceptFrom(desktop, stack, AKELA, text);
    await sendText(page, 'We are looking into it.');
    await expect(messages(page, 'looking into it')).toHaveAttribute('data-status', /delivered|read/);
    await markDone(page);
  }
  const page = await acceptFrom(desktop, stack, AKELA, 'Third visit: hello again');
  const log = page.getByRole('log', { name: 'Transcript' });
  await expect(messages(page, 'Second visit')).toHaveCount(0);

  await page.getByRole('button', { name: 'See older messages' }).click();
  await expect(messages(page, 'Second visit')).toBeVisible();
  await expect(messages(page, 'First visit')).toHaveCount(0);
  await expect(log.getByRole('heading', { name: /Session of.*Jungle support.*Mowgli Sample.*Resolved/ })).toHaveCount(
    1,
  );

  await page.keyboard.press('Control+f');
  const search = page.getByRole('search');
  await expect(search.getByRole('searchbox', { name: 'Search in this conversation' })).toBeFocused();
  await page.keyboard.type('oka');
  await expect(search.getByRole('status')).toHaveText('1 of 1');
  await expect(messages(page, 'First visit')).toBeInViewport();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('visit');
  await expect(search.getByRole('status')).toHaveText('1 of 3');
  await page.keyboard.press('Enter');
  await expect(search.getByRole('status')).toHaveText('2 of 3');
  await expect(search).toContainText('Second visit');
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(page.getByText('There is nothing older')).toBeVisible();
});

test('a message of an earlier session is answered with a quote and takes a reaction', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await markDone(await acceptFrom(desktop, stack, AKELA, 'First visit: is it blue?'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Second visit: hello again');
  await page.getByRole('button', { name: 'See older messages' }).click();
  const question = messages(page, 'is it blue?').first();
  await expect(question).toBeVisible();

  await question.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'React with 👍' }).click();
  await expect(question.getByRole('img', { name: 'You reacted with 👍' })).toBeVisible();
  const asked = async () => (await stack.phones.phone(AKELA.number)).find(({ text }) => text.includes('is it blue?'));
  await expect.poll(asked).toMatchObject({ reactions: [{ by: 'business', emoji: '👍' }] });
  await question.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Take back 👍' }).click();
  await expect(question.getByRole('img')).toHaveCount(0);

  await stack.phones.fault({ path: '/messages', has: 'to', delayMs: 3000, times: 1 });
  await question.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Reply' }).click();
  await page.keyboard.type('It is, and more so.');
  await page.keyboard.press('Enter');
  const answer = messages(page, 'It is, and more so.');
  await expect(answer.getByRole('button', { name: 'Show the quoted message' })).toContainText('is it blue?');
  await expect(answer).toHaveAttribute('data-status', /delivered|read/);
  await expect(answer.getByRole('button', { name: 'Show the quoted message' })).toContainText('is it blue?');
});
