import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, BALOO, expect, messages, signIn, test } from '../support/fixtures.ts';
import { TestKeyring } from '../support/keyring.ts';

async function lock(page: Page): Promise<void> {
  // A window that has not been shown yet takes no keys.
  await expect(async () => {
    await page.keyboard.press('Control+Shift+K');
    await expect(page.getByRole('main', { name: 'Replydesk is locked' })).toBeVisible({ timeout: 1000 });
  }).toPass();
}

async function unlock(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** The whole of a page as text and attributes: what somebody in front of it could get to see. */
const content = (page: Page) => page.evaluate(() => document.documentElement.outerHTML + document.title);

test('a locked desk shows nothing of customers in any window, and only the password opens it', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await acceptFrom(desktop, stack, AKELA, 'My secret is 4711');
  const main = await acceptFrom(desktop, stack, BALOO, 'Mine is 0815');
  await main.getByRole('textbox', { name: 'Message' }).fill('do not lose this');
  await main.getByRole('button', { name: 'Open in a window of its own' }).click();
  const own = await desktop.page('interaction');
  await expect(own.getByRole('textbox', { name: 'Message' })).toHaveValue('do not lose this');

  await lock(own);
  await expect(main.getByRole('main', { name: 'Replydesk is locked' })).toBeVisible();
  for (const page of [main, own]) {
    expect(await content(page)).not.toMatch(/Akela|Baloo|4711|0815|do not lose|1614555/);
  }

  // Messages go on arriving, and the preview says that somebody waits and no more.
  await stack.phones.write('16145550199', 'Shere Khan', 'A third secret');
  const toast = await desktop.page('toast');
  await expect(toast.getByText('Somebody is waiting')).toBeVisible();
  await expect(toast.getByRole('button', { name: 'Accept' })).toHaveCount(0);
  expect(await content(toast)).not.toMatch(/Shere|secret|Akela|Baloo/);
  await stack.phones.write(BALOO.number, BALOO.name, 'Written while locked');
  const refused = await main.evaluate(async () => {
    const bridge = window.replydesk as { request(c: string, p: unknown): Promise<{ error?: { code: string } }> };
    const asked = [
      bridge.request('options.list', {}),
      bridge.request('command.run', { command: 'agent.set-state', params: { state: 'not-ready' } }),
    ];
    return (await Promise.all(asked)).map((answer) => answer.error?.code);
  });
  expect(refused).toEqual(['desk-locked', 'desk-locked']);

  await unlock(main, 'wrong');
  await expect(main.getByRole('alert')).toContainText('password is wrong');
  await expect(main.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await unlock(main, 'trial');
  await expect(main.getByRole('option', { name: AKELA.name })).toBeVisible();
  await expect(messages(own, 'Written while locked')).toBeVisible();
  await expect(own.getByRole('textbox', { name: 'Message' })).toHaveValue('do not lose this');
});

test('without its server a locked desk stays locked and says why; signing out is possible', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await signIn(page);
  await acceptFrom(desktop, stack, AKELA, 'Hello');
  await lock(page);
  await stack.server.kill();
  await unlock(page, 'trial');
  await expect(page.getByRole('alert')).toContainText('stays locked');
  await expect(page.getByRole('main', { name: 'Replydesk is locked' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
});

test('a lock survives the end of the program', async ({ startDesk, stack }) => {
  const keyring = await TestKeyring.start();
  try {
    const first = await startDesk(keyring.args, keyring.env);
    const page = await first.page('main');
    await signIn(page);
    await acceptFrom(first, stack, AKELA, 'Hello');
    // Answered once the lock is on disk.
    await page.evaluate(() => window.replydesk?.request('command.run', { command: 'application.lock', params: {} }));
    await first.kill();

    const again = await (await startDesk(keyring.args, keyring.env)).page('main');
    await expect(again.getByRole('main', { name: 'Replydesk is locked' })).toBeVisible();
    expect(await content(again)).not.toContain('Akela');
    await unlock(again, 'trial');
    await expect(again.getByRole('option', { name: AKELA.name })).toBeVisible();
  } finally {
    await keyring.stop();
  }
});

test('nobody at the keyboard locks the desk and makes the agent not ready', async ({ startDesk, dataDir }) => {
  const folder = join(dataDir, 'options');
  await mkdir(folder);
  await writeFile(
    join(folder, 'application.ini'),
    '[interaction-workspace]\nsecurity.inactivity-timeout = 1\nsecurity.inactivity-not-ready-reason = away\n',
  );
  const desktop = await startDesk(['--config', folder]);
  const page = await desktop.page('main');
  await signIn(page);
  await desktop.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 60;
  });
  await expect(page.getByRole('main', { name: 'Replydesk is locked' })).toBeVisible();
  await expect(page.getByText('Nobody worked here for a while')).toBeVisible();
  await desktop.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
  await unlock(page, 'trial');
  await expect(page.getByRole('button', { name: 'Agent state' })).toContainText('away');
});
