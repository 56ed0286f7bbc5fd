import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, signIn, test } from '../support/fixtures.ts';

test('a message is answered with a quote, from the keyboard', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  const box = page.getByRole('textbox', { name: 'Message' });
  await page.getByRole('log', { name: 'Transcript' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(messages(page, 'Where is my parcel?')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Reply' }).press('Enter');
  await expect(box).toBeFocused();
  await expect(page.getByRole('group', { name: `Reply to ${AKELA.name}` })).toContainText('Where is my parcel?');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: `Reply to ${AKELA.name}` })).toHaveCount(0);
  await messages(page, 'Where is my parcel?').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Reply' }).click();
  await page.keyboard.type('On its way.');
  await page.keyboard.press('Enter');
  const answer = messages(page, 'On its way.');
  await expect(answer).toHaveAttribute('data-status', 'delivered');
  await expect(answer.getByRole('button', { name: 'Show the quoted message' })).toBeVisible();
});

test('a reaction goes out, and is taken back', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Thank you!');
  const message = messages(page, 'Thank you!');
  await message.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'React with 👍' }).click();
  await expect(message.getByRole('img', { name: 'You reacted with 👍' })).toBeVisible();
  await message.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Take back 👍' }).click();
  await expect(message.getByRole('img')).toHaveCount(0);
});

test('an edited message says so and shows what it said before', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.write(AKELA.number, AKELA.name, 'My order is JC-1', { id: 'wamid.order' });
  await messages(page, 'My order is JC-1').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Reply' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Show earlier texts' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  for (const order of ['JC-12', 'JC-123']) {
    await stack.phones.inbound(AKELA.number, AKELA.name, {
      type: 'edit',
      edit: { original_message_id: 'wamid.order', message: { type: 'text', text: { body: `My order is ${order}` } } },
    });
  }
  const message = messages(page, 'My order is JC-123');
  await expect(message).toContainText('edited');
  await message.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show earlier texts' }).click();
  const texts = page.getByRole('dialog', { name: 'Earlier texts of this message' });
  await expect(texts.getByRole('listitem')).toHaveText([
    /^Until .*My order is JC-1$/,
    /^Until .*My order is JC-12$/,
    /^Now.*My order is JC-123$/,
  ]);
  await page.keyboard.press('Escape');
  await expect(texts).toHaveCount(0);
});

test('a message goes into the note, which is there when the interaction ends', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'My order is JC-20418');
  await messages(page, 'My order is JC-20418').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add to the note' }).click();
  await page.getByRole('button', { name: 'Mark done' }).click();
  const note = (shown: Page) => shown.getByRole('dialog').getByRole('textbox', { name: 'Note' });
  await expect(note(page)).toHaveValue(/JC-20418/);
  await note(page).fill('JC-20418, by Friday');
  await page.keyboard.press('Escape');

  // In its own window and back again, it goes on where it was left.
  await page.getByRole('button', { name: 'Open in a window of its own' }).click();
  const own = await desktop.page('interaction');
  await own.getByRole('button', { name: 'Mark done' }).click();
  await expect(note(own)).toHaveValue('JC-20418, by Friday');
  await note(own).fill('JC-20418, by Monday');
  await own.keyboard.press('Escape');
  await own.getByRole('button', { name: 'Put back into the main window' }).click();
  await page.getByRole('button', { name: 'Mark done' }).click();
  await expect(note(page)).toHaveValue('JC-20418, by Monday');
});

test('an emoji comes into the text where the caret is', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('ab');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Emoji', exact: true }).click();
  const emoji = page.getByRole('dialog', { name: 'Choose an emoji' });
  await expect(emoji.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('rocket');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('a🚀b');
  await expect(box).toBeFocused();
  await page.keyboard.type('c');
  await expect(box).toHaveValue('a🚀cb');
});
