import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import type { Page } from '@playwright/test';
import { test as base, expect } from '../support/fixtures.ts';
import { type ForwardProxy, startConnectProxy } from '../support/forward-proxies.ts';
import { AUTHORISED_CERTIFICATE, AUTHORISED_KEY, SAMPLE_AUTHORITY } from '../support/sample-authority.ts';

// The way to the server in the real program, whose TLS is another than Node's and whose proxies Chromium knows.

const test = base.extend<{ readonly place: string; readonly way: ForwardProxy }>({
  /** TLS before the stack's server, under a name that only the proxy finds. */
  place: async ({ stack }, use) => {
    const front: Server = createServer({ cert: AUTHORISED_CERTIFICATE, key: AUTHORISED_KEY }, (near) => {
      const far = connect(Number(new URL(stack.server.url).port), '127.0.0.1');
      near.pipe(far).pipe(near);
      near.on('error', () => far.destroy()).on('close', () => far.destroy());
      far.on('error', () => near.destroy()).on('close', () => near.destroy());
    }).listen(0, '127.0.0.1');
    await once(front, 'listening');
    await use(`messaging.test:${(front.address() as AddressInfo).port}`);
    front.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  way: async ({}, use) => {
    const proxy = await startConnectProxy();
    await use(proxy);
    await proxy.stop();
  },
});

async function folderWith(dataDir: string, ...lines: readonly string[]): Promise<string> {
  const folder = join(dataDir, 'config');
  await mkdir(folder);
  await writeFile(join(folder, 'application.ini'), `[interaction-workspace]\n${lines.join('\n')}\n`);
  await writeFile(join(folder, 'ca.pem'), SAMPLE_AUTHORITY);
  return folder;
}

async function isConnected(page: Page): Promise<void> {
  // A server elsewhere names its sample agents to nobody.
  await page.getByRole('textbox', { name: 'User name' }).fill('mowgli');
  await page.getByRole('textbox', { name: 'Password' }).fill('trial');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
}

test('a desk reaches its server through the proxy and with the authority of the options', async ({
  startDesk,
  dataDir,
  place,
  way,
}) => {
  const folder = await folderWith(dataDir, `connection.proxy = ${way.url}`, 'connection.ca-file = ca.pem');
  const desktop = await startDesk(['--config', folder, '--server', `https://${place}`]);
  await isConnected(await desktop.page('main'));
  expect(new Set(way.asked)).toEqual(new Set([place]));
});

test('a desk takes the proxy of the operating system', async ({ startDesk, dataDir, place, way }) => {
  const folder = await folderWith(dataDir, 'connection.ca-file = ca.pem');
  const desktop = await startDesk(['--config', folder, '--server', `https://${place}`], { https_proxy: way.url });
  await isConnected(await desktop.page('main'));
  // Chromium asks for its own things the same way.
  expect(way.asked).toContain(place);
});

test('a file of authorities that is not there is told, and the server is not trusted', async ({
  startDesk,
  dataDir,
  place,
  way,
}) => {
  const folder = await folderWith(dataDir, `connection.proxy = ${way.url}`, 'connection.ca-file = gone.pem');
  const desktop = await startDesk(['--config', folder, '--server', `https://${place}`]);
  const page = await desktop.page('main');
  await expect(page.getByText(`${join(folder, 'gone.pem')} cannot be used (ENOENT)`)).toBeVisible();
  await expect(page.getByText(/The certificate of the messaging server is not trusted/)).toBeVisible();
});
