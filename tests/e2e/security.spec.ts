import type { ElectronApplication } from '@playwright/test';
import { expect, signIn, test } from '../support/fixtures.ts';

/** What every window was opened with. */
function preferences(app: ElectronApplication) {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Not in Electron's types, but the only place that says what a window really runs with.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences | null };
      const given = contents.getLastWebPreferences();
      return {
        sandbox: given?.sandbox,
        contextIsolation: given?.contextIsolation,
        nodeIntegration: given?.nodeIntegration,
        webviewTag: given?.webviewTag,
        webSecurity: given?.webSecurity,
      };
    }),
  );
}

test('pages are sandboxed, isolated and without Node', async ({ startDesk }) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await desktop.page('toast');
  for (const window of await preferences(desktop.app)) {
    expect(window).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    expect(window.webviewTag).not.toBe(true);
  }
  const reach = await page.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
    bridge: Object.keys((globalThis as unknown as { replydesk: object }).replydesk).sort(),
  }));
  expect(reach).toEqual({ require: 'undefined', process: 'undefined', bridge: ['onUpdate', 'request'] });
});

test('a page runs no foreign or inline script and reaches no foreign host', async ({ startDesk }) => {
  const page = await (await startDesk()).page('main');
  const outcome = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.injected = true';
    document.head.append(inline);
    const fetched = await fetch('http://127.0.0.1:1/').then(
      () => 'reached',
      () => 'refused',
    );
    return { injected: 'injected' in globalThis, fetched };
  });
  expect(outcome).toEqual({ injected: false, fetched: 'refused' });
});

test('no hidden menu loads the page anew, closes the window or opens developer tools', async ({ startDesk }) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await page.evaluate(() => Object.assign(globalThis, { isOld: true }));
  expect(await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu())).toBeNull();
  for (const keys of ['Control+r', 'Control+Shift+R', 'Control+w', 'Control+Shift+I', 'Alt']) {
    await page.keyboard.press(keys);
  }
  expect(await page.evaluate(() => 'isOld' in globalThis)).toBe(true);
  const tools = await desktop.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().some((contents) => contents.isDevToolsOpened()),
  );
  expect(tools).toBe(false);
});

test('a page goes nowhere else, opens no window, and gets no permission', async ({ startDesk }) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await desktop.page('toast');
  const before = page.url();
  const outcome = await page.evaluate(async () => {
    location.href = 'http://127.0.0.1:1/';
    const opened = window.open('http://127.0.0.1:1/');
    const permission = await navigator.permissions.query({ name: 'geolocation' });
    return { opened: opened === null, permission: permission.state };
  });
  expect(outcome).toEqual({ opened: true, permission: 'denied' });
  expect(page.url()).toBe(before);
  expect(desktop.app.windows()).toHaveLength(2);
});

test('requests that are not of the contract are refused with a code', async ({ startDesk }) => {
  const page = await (await startDesk()).page('main');
  await signIn(page);
  const codes = await page.evaluate(async () => {
    const bridge = (
      globalThis as unknown as {
        replydesk: { request(c: string, p: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
      }
    ).replydesk;
    const ask = async (channel: string, params: unknown) => (await bridge.request(channel, params)).error?.code;
    return [
      await ask('no.such.channel', {}),
      await ask('draft.set', { interactionId: 7 }),
      await ask('link.open', { url: 'file:///etc/passwd' }),
      await ask('option.set', { name: 'connection.url', value: 'http://127.0.0.1:1' }),
      await ask('command.run', {
        command: 'interaction.send',
        params: { interactionId: 'x', content: { kind: 'text' } },
      }),
    ];
  });
  expect(codes).toEqual([
    'ipc-channel-unknown',
    'ipc-params-wrong',
    'link-refused',
    'option-refused',
    'command-params-wrong',
  ]);
});
