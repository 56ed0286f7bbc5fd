import { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, expect, signIn, test } from '../support/fixtures.ts';

test('the program ends by itself while it asks for attention', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Are you there?');
  // The task bar follows windows to their end: what it is told then must not need the window.
  await page.getByRole('textbox', { name: 'Message' }).fill('Half a sent');
  await desktop.close();
});

test('a fault of the program is told and holds nothing up', async ({ dataDir, stack }) => {
  const desktop = await Desktop.start(['--trial', '--server', stack.server.url, '--data', dataDir]);
  const page = await desktop.page('main');
  await signIn(page);
  await desktop.app.evaluate(() => {
    setTimeout(() => {
      throw new Error('a sample fault');
    });
  });
  await expect(page.getByRole('alert').filter({ hasText: 'A part of Replydesk failed' })).toBeVisible();
  await acceptFrom(desktop, stack, AKELA, 'Are you there?');
  await desktop.close();
});
