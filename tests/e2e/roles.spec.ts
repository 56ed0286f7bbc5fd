import { AKELA, acceptFrom, expect, signIn, test } from '../support/fixtures.ts';
import { roleOf } from '../support/server-options.ts';

test('what a role grants and takes away counts at once, while the agent works', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  const main = page.getByRole('main', { name: `Interaction with ${AKELA.name}` });
  await expect(main.getByRole('textbox', { name: 'Message' })).toBeVisible();

  // Without the right to answer on the channel the text box goes, and a sentence says why.
  await stack.pushServerOptions(`\n${roleOf('mowgli', 'Channel.jungle.canReply')}`);
  await expect(main.getByText(/Channel\.jungle\.canReply/)).toBeVisible();
  await expect(main.getByRole('textbox', { name: 'Message' })).toHaveCount(0);
  await expect(main.getByRole('button', { name: 'Mark done' })).toBeVisible();

  // Without one of the rights for work items the channel's plug-in is unloaded, and says which is missing.
  await stack.pushServerOptions(`\n${roleOf('mowgli', 'InteractionWorkspace.WorkItem.canMarkDone')}`);
  await expect(main.getByRole('button', { name: 'Mark done' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Plug-ins' }).click();
  await expect(
    page
      .getByRole('list', { name: 'Plug-ins' })
      .getByText(/InteractionWorkspace\.WorkItem\.canMarkDone is not granted/),
  ).toBeVisible();

  await stack.pushServerOptions(`\n${roleOf('mowgli')}`);
  await expect(page.getByText(/is not granted/)).toHaveCount(0);
  await page.getByRole('button', { name: /My interactions/ }).click();
  await expect(main.getByRole('button', { name: 'Mark done' })).toBeVisible();
  await expect(main.getByRole('textbox', { name: 'Message' })).toBeVisible();
});
