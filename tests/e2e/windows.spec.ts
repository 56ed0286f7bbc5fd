import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, BALOO, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';

const inMain = (page: Page, name: string) => page.getByRole('main', { name: `Interaction with ${name}` });

async function popOut(desktop: Desktop, page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Open in a window of its own' }).click();
  return desktop.page('interaction');
}

function focusMain(desktop: Desktop) {
  return desktop.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().endsWith('/index.html')) window.focus();
  });
}

/** What the operating system says of our windows, by their addresses. */
function windowsOf(desktop: Desktop) {
  return desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      page: new URL(window.webContents.getURL()).pathname,
      title: window.getTitle(),
      focused: window.isFocused(),
    })),
  );
}

test('an interaction works in a window of its own, and is put back with what was typed', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const main = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  await main.getByRole('textbox', { name: 'Message' }).fill('half a');
  const own = await popOut(desktop, main);

  await expect(inMain(own, AKELA.name)).toBeVisible();
  await expect(own.getByRole('listbox', { name: 'My interactions' })).toHaveCount(0);
  await expect(own.getByRole('button', { name: 'Agent state' })).toHaveCount(0);
  await expect(own.getByRole('textbox', { name: 'Message' })).toHaveValue('half a');
  await expect(own.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await expect(inMain(main, AKELA.name)).toHaveCount(0);
  await expect(main.getByRole('option', { name: AKELA.name }).getByText('In a window of its own')).toBeAttached();
  await expect.poll(async () => (await windowsOf(desktop)).map(({ title }) => title).join()).toContain(AKELA.name);

  await sendText(own, 'It is on its way.');
  await expect(messages(own, 'It is on its way.')).toHaveAttribute('data-status', 'delivered');
  await own.getByRole('textbox', { name: 'Message' }).fill('and more');
  await own.getByRole('button', { name: 'Put back into the main window' }).click();
  await expect(inMain(main, AKELA.name)).toBeVisible();
  await expect(main.getByRole('textbox', { name: 'Message' })).toHaveValue('and more');
  await expect(messages(main, 'It is on its way.')).toHaveCount(1);
  await expect.poll(async () => (await windowsOf(desktop)).map(({ page }) => page)).not.toContain('/interaction.html');
});

test('what is put back stays put back, however often', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  for (let round = 0; round < 5; round += 1) {
    await page.getByRole('button', { name: 'Open in a window of its own' }).click();
    const own = await desktop.page('interaction');
    await own.getByRole('button', { name: 'Put back into the main window' }).click();
    await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
    await expect.poll(() => desktop.count('interaction')).toBe(0);
  }
});

test('choosing it in the list brings its window to the front; closing the window puts it back', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await acceptFrom(desktop, stack, AKELA, 'First');
  const main = await acceptFrom(desktop, stack, BALOO, 'Second');
  const own = await popOut(desktop, main);
  await expect(inMain(own, BALOO.name)).toBeVisible();

  const entry = main.getByRole('option', { name: BALOO.name });
  const focused = async () => (await windowsOf(desktop)).find((window) => window.focused)?.page;
  const toMain = async () => {
    await focusMain(desktop);
    await expect.poll(focused).toBe('/index.html');
  };
  await main.getByRole('option', { name: AKELA.name }).click();
  await toMain();
  await entry.click();
  await expect.poll(focused).toBe('/interaction.html');
  await expect(main.getByText('is open in a window of its own')).toBeVisible();

  // The same entry, chosen already.
  await toMain();
  await entry.click();
  await expect.poll(focused).toBe('/interaction.html');
  for (const key of ['Enter', 'Space']) {
    await toMain();
    await entry.focus();
    await main.keyboard.press(key);
    await expect.poll(focused, key).toBe('/interaction.html');
  }

  await own.close({ runBeforeUnload: true });
  await expect(inMain(main, BALOO.name)).toBeVisible();
});

test('its window has a palette of its own commands, and none that lead elsewhere', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const main = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  const own = await popOut(desktop, main);
  const palette = own.getByRole('dialog', { name: 'Commands' });
  const box = own.getByRole('textbox', { name: 'Message' });
  await expect(box).toBeFocused();

  await own.keyboard.press('Control+k');
  await expect(own.getByRole('combobox')).toBeFocused();
  await expect(palette.getByRole('option', { name: 'Mark done' })).toBeVisible();
  for (const elsewhere of ['parcel', 'settings', 'log out', 'next interaction']) {
    await own.getByRole('combobox').fill(elsewhere);
    await expect(palette.getByText('Nothing fits'), elsewhere).toBeVisible();
  }
  await own.keyboard.press('Escape');
  await expect(box).toBeFocused();

  await own.keyboard.press('Control+k');
  await own.keyboard.type('search in');
  await own.keyboard.press('Enter');
  await expect(own.getByRole('searchbox')).toBeFocused();
  await own.keyboard.press('Control+k');
  await own.keyboard.type('theme dark');
  await own.keyboard.press('Enter');
  for (const page of [own, main]) await expect(page.locator('html')).toHaveAttribute('data-theme', 'Dark');

  const closed = own.waitForEvent('close');
  await own.keyboard.press('Control+k');
  await own.keyboard.type('window of its own');
  await own.keyboard.press('Enter');
  await closed;
  await expect(inMain(main, AKELA.name)).toBeVisible();
});

test('its window goes with the interaction, and with the session', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const main = await acceptFrom(desktop, stack, AKELA, 'Thanks!');
  const own = await popOut(desktop, main);
  const gone = own.waitForEvent('close');
  await own.getByRole('button', { name: 'Mark done' }).click();
  await own
    .getByRole('dialog')
    .getByRole('button', { name: 'Mark done' })
    .click()
    .catch(() => undefined);
  await gone;

  await acceptFrom(desktop, stack, BALOO, 'Hello');
  const second = await popOut(desktop, main);
  const ended = second.waitForEvent('close');
  await main
    .getByRole('button', { name: /Mowgli/ })
    .last()
    .click();
  await main.getByRole('menuitem', { name: 'Log out' }).click();
  await main.getByRole('alertdialog').getByRole('button', { name: 'Log out' }).click();
  await ended;
});

test('a customer who waits out of sight is counted and asked attention for, until the agent is back', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await desktop.app.evaluate(({ app, BrowserWindow }) => {
    const calls: string[] = [];
    Object.assign(globalThis, { attention: calls });
    app.setBadgeCount = (count) => calls.push(`badge ${count}`) > 0;
    for (const window of BrowserWindow.getAllWindows()) window.flashFrame = (flag) => void calls.push(`flash ${flag}`);
  });
  const calls = () => desktop.app.evaluate(() => [...(globalThis as unknown as { attention: string[] }).attention]);
  await acceptFrom(desktop, stack, AKELA, 'One');
  const main = await acceptFrom(desktop, stack, BALOO, 'Two');
  const last = async () => {
    const all = await calls();
    return ['badge', 'flash'].map((kind) => all.findLast((call) => call.startsWith(kind)));
  };
  await expect.poll(last).toEqual(['badge 1', 'flash true']);
  await main.getByRole('option', { name: AKELA.name }).click();
  await sendText(main, 'Answer');
  await main.getByRole('option', { name: BALOO.name }).click();
  await sendText(main, 'Answer');
  await expect.poll(last).toEqual(['badge 0', 'flash false']);
});

test('an offer rings until it is answered, and the system says so while all windows are minimised', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  const main = await desktop.page('main');
  const toast = await desktop.page('toast');
  await signIn(main);
  await desktop.app.evaluate(({ BrowserWindow, Notification }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(`${this.title}: ${this.body}`);
    };
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().endsWith('/index.html')) window.minimize();
  });
  const audible = () =>
    desktop.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .some((page) => page.getURL().endsWith('/toast.html') && page.isCurrentlyAudible()),
    );
  await stack.phones.write(AKELA.number, AKELA.name, 'Anybody there?');
  await toast.getByRole('button', { name: 'Accept' }).waitFor();
  await expect.poll(audible).toBe(true);
  const shown = await desktop.app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  expect(shown).toEqual([`${AKELA.name} is waiting: Anybody there?`]);
  await toast.getByRole('button', { name: 'Accept' }).click();
  await expect.poll(audible).toBe(false);
  // It may know of loudspeakers, and hear nothing.
  const heard = await toast.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'heard',
      () => 'refused',
    ),
  );
  expect(heard).toBe('refused');
});

test('the warning bell is heard for a refusal in a window and for a message that failed', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const folder = join(dataDir, 'config');
  await mkdir(folder);
  const bell = 'accessibility.warning-message-bell = ring.wav|5|1500|primary';
  await writeFile(join(folder, 'application.ini'), `[interaction-workspace]\n${bell}\n`);
  const desktop = await startDesk(['--config', folder]);
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  const audible = () =>
    desktop.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .filter((contents) => contents.isCurrentlyAudible())
        .map((contents) => new URL(contents.getURL()).pathname),
    );
  await expect.poll(audible).toEqual([]);
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'invoice.pdf'));
    return data;
  });
  await page.getByRole('textbox', { name: 'Message' }).dispatchEvent('drop', { dataTransfer: dropped });
  await expect.poll(audible).toEqual(['/toast.html']);
  await expect.poll(audible, { timeout: 15_000 }).toEqual([]);

  await stack.phones.fault({ path: '/messages', has: 'to', code: 131026, times: 5 });
  await sendText(page, 'Good day');
  await expect(messages(page, 'Good day')).toHaveAttribute('data-status', 'failed');
  await expect.poll(audible).toEqual(['/toast.html']);
});
