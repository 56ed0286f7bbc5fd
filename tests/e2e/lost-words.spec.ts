import type { Page } from '@playwright/test';
import { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

const WORDS = `It leaves today. ${'You get a message when it has left. '.repeat(4)}Yours, Mowgli`;
const banner = (page: Page) => page.getByRole('region', { name: 'Notices' });

test('words whose interaction is gone are given whole before their notice can go', async ({ stack, dataDir }) => {
  test.setTimeout(180_000);
  const line = await TcpProxy.start(stack.server.url);
  const desktop = await Desktop.start(['--trial', '--server', line.url, '--data', dataDir]);
  try {
    await signIn(await desktop.page('main'));
    const page = await acceptFrom(desktop, stack, AKELA, 'Are you there?');
    line.setDown(true);
    await sendText(page, WORDS);
    await expect(messages(page, 'It leaves today.')).toHaveAttribute('data-status', 'queued');
    // Longer than the server waits for a desk: the interaction goes back to its queue.
    await stack.phones.advance(30 * 60);
    line.setDown(false);
    await expect(banner(page).getByText(/was not sent/)).toBeVisible({ timeout: 60_000 });
    const dismiss = banner(page).getByRole('button', { name: /^Dismiss: Your message/ });
    await expect(dismiss).toHaveCount(0);

    await banner(page).getByRole('button', { name: 'Copy text' }).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+v');
    await expect(page.getByRole('dialog').locator('input').first()).toHaveValue(WORDS);
    await page.keyboard.press('Escape');
    await banner(page).getByRole('button', { name: 'Show whole text' }).click();
    await expect(banner(page).getByRole('region', { name: 'Text of the message' })).toHaveText(WORDS);
    await dismiss.click();
    await expect(banner(page).getByText(/was not sent/)).toHaveCount(0);
  } finally {
    await desktop.kill();
    await line.stop();
  }
});
