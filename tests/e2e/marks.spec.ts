import { AKELA, acceptFrom, expect, sendText, signIn, test } from '../support/fixtures.ts';

test('the customer sees that their message was read, and that the agent is typing', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Is anybody there?');
  const read = async () =>
    (await stack.phones.phone(AKELA.number)).find(({ text }) => text === 'Is anybody there?')?.readAt;
  await expect.poll(read, { message: 'the phone shows it as read' }).toBeTruthy();
  expect(await stack.phones.showsTyping(AKELA.number)).toBe(false);
  await page.getByRole('textbox', { name: 'Message' }).pressSequentially('Yes');
  await expect.poll(() => stack.phones.showsTyping(AKELA.number), { message: 'the phone shows typing' }).toBe(true);
  await sendText(page, 'Yes, good morning.');
  await expect.poll(() => stack.phones.showsTyping(AKELA.number), { message: 'typing ends' }).toBe(false);
});
