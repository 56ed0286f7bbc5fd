import { AKELA, acceptFrom, BALOO, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';

test('a message comes in, is accepted, answered, and its marks come back', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  await expect(messages(page, 'Where is my parcel?')).toHaveAttribute('data-direction', 'in');

  await sendText(page, 'It is on its way.');
  await expect(messages(page, 'It is on its way.')).toHaveAttribute('data-status', 'delivered');
  await stack.phones.read(AKELA.number);
  await expect(messages(page, 'It is on its way.')).toHaveAttribute('data-status', 'read');
  const shown = await stack.phones.phone(AKELA.number);
  expect(shown.filter((message) => message.text === 'It is on its way.')).toHaveLength(1);
});

test('a rejected offer goes back to its queue and comes again', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await stack.phones.write(AKELA.number, AKELA.name, 'Anybody there?');
  const toast = await desktop.page('toast');
  await toast.getByRole('button', { name: 'Reject' }).click();
  await expect(toast.getByRole('button', { name: 'Reject' })).toHaveCount(0);
  // The only ready agent is asked again after a pause (`reject-pause-seconds`).
  await stack.phones.advance(31);
  await toast.getByRole('button', { name: 'Accept' }).click();
  await expect(
    (await desktop.page('main')).getByRole('main', { name: `Interaction with ${AKELA.name}` }),
  ).toBeVisible();
});

test('drafts belong to their conversation and survive a restart', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await acceptFrom(desktop, stack, AKELA, 'First');
  const page = await acceptFrom(desktop, stack, BALOO, 'Second');
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill('for Baloo');
  await page.getByRole('option', { name: AKELA.name }).click();
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toBeVisible();
  await expect(box).toHaveValue('');
  await box.fill('for Akela');
  await page.getByRole('option', { name: BALOO.name }).click();
  await expect(box).toHaveValue('for Baloo');
  await desktop.close();

  const again = await (await startDesk()).page('main');
  await signIn(again, 'Mowgli', 'Not ready');
  await again.getByRole('option', { name: AKELA.name }).click();
  await expect(again.getByRole('textbox', { name: 'Message' })).toHaveValue('for Akela');
});

test('Shift+Enter makes a line, Enter sends; an empty box sends nothing', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.press('Enter');
  await box.pressSequentially('one');
  await box.press('Shift+Enter');
  await box.pressSequentially('two');
  await box.press('Enter');
  await expect(messages(page, 'two')).toHaveAttribute('data-status', 'delivered');
  const shown = await stack.phones.phone(AKELA.number);
  expect(shown.filter((message) => message.direction !== 'in').map((message) => message.text)).toEqual(['one\ntwo']);
});

test("a customer's text is never more than text", async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, '<img src=x onerror=alert(1)><script>alert(2)</script> *bold*');
  const article = messages(page, '<img src=x onerror=alert(1)>');
  await expect(article).toBeVisible();
  await expect(article.locator('img, script')).toHaveCount(0);
  await expect(article.locator('strong, b')).toHaveText('bold');
});
