import { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';
import { freePort } from '../support/free-port.ts';
import { TestKeyring } from '../support/keyring.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

test('a message written while the line is cut is sent once when it is back', async ({ stack, dataDir }) => {
  const line = await TcpProxy.start(stack.server.url);
  const desktop = await Desktop.start(['--trial', '--server', line.url, '--data', dataDir]);
  try {
    await signIn(await desktop.page('main'));
    const page = await acceptFrom(desktop, stack, AKELA, 'Are you there?');
    line.setDown(true);
    await sendText(page, 'Yes, we are.');
    await expect(messages(page, 'Yes, we are.')).toHaveAttribute('data-status', 'queued');
    line.setDown(false);
    await expect(messages(page, 'Yes, we are.')).toHaveAttribute('data-status', 'delivered', { timeout: 45_000 });
    const shown = await stack.phones.phone(AKELA.number);
    expect(shown.filter((message) => message.text === 'Yes, we are.')).toHaveLength(1);
  } finally {
    await desktop.kill();
    await line.stop();
  }
});

test('without its server a desk shows what it knows and keeps trying', async ({ stack, startDesk, dataDir }) => {
  const keyring = await TestKeyring.start();
  try {
    const first = await startDesk(keyring.args, keyring.env);
    await signIn(await first.page('main'));
    await acceptFrom(first, stack, AKELA, 'Please keep this.');
    await first.close();
    await stack.server.kill();

    const second = await startDesk(keyring.args, keyring.env);
    const page = await second.page('main');
    await page.getByRole('option', { name: AKELA.name }).click();
    await expect(messages(page, 'Please keep this.')).toBeVisible();
    await expect(page.getByText(/offline|reconnecting/i).first()).toBeVisible();
    await stack.restartServer();
    await expect(page.getByText('Connected').first()).toBeVisible({ timeout: 45_000 });
    void dataDir;
  } finally {
    await keyring.stop();
  }
});

test('a server that is not there is said on the first page', async ({ dataDir }) => {
  const port = await freePort();
  const desktop = await Desktop.start(['--trial', '--server', `http://127.0.0.1:${port}`, '--data', dataDir]);
  try {
    const page = await desktop.page('main');
    await page.getByRole('textbox', { name: 'User name' }).fill('mowgli');
    await page.getByRole('textbox', { name: 'Password' }).fill('trial');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: /server/i })
        .first(),
    ).toBeVisible();
  } finally {
    await desktop.kill();
  }
});

test('the newer sign-in of an agent wins, and the older desk says so', async ({ stack, startDesk, dataDir }) => {
  const older = await startDesk();
  const page = await older.page('main');
  await signIn(page);
  const newer = await Desktop.start(['--trial', '--server', stack.server.url, '--data', `${dataDir}-newer`]);
  try {
    await signIn(await newer.page('main'));
    await expect(page.getByText(/at another desk/i).first()).toBeVisible();
  } finally {
    await newer.kill();
  }
});

test('a wrong password is said at the form', async ({ startDesk }) => {
  const page = await (await startDesk()).page('main');
  await page.getByRole('textbox', { name: 'User name' }).fill('mowgli');
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible();
});
