import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desktop } from '../support/desktop.ts';
import { AKELA, acceptFrom, expect, messages, signIn, test } from '../support/fixtures.ts';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message' });
const shown = (page: Page) => page.getByRole('log', { name: 'Transcript' }).getByRole('article');

/** A picture of one pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Puts a picture, and words unless they are empty, to where Ctrl+V takes them from. */
async function copyPicture(desktop: Desktop, text: string): Promise<void> {
  await desktop.app.evaluate(
    ({ clipboard, nativeImage }, copied) => {
      const image = nativeImage.createFromDataURL(copied.url);
      // To the compiler it is the clipboard of a page, which has the same name.
      const { write } = clipboard as unknown as { write: (data: { image: unknown; text?: string }) => void };
      write(copied.text === '' ? { image } : { image, text: copied.text });
    },
    { url: PIXEL, text },
  );
}

test('Enter sends, and any other key with it begins a new line', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await composer(page).fill('one');
  await composer(page).press('Shift+Enter');
  await page.keyboard.type('two');
  await expect(composer(page)).toHaveValue('one\ntwo');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toHaveValue('');
  await expect(messages(page, 'one')).toContainText('two');
});

test('with the other send key Enter begins a new line, also after the agent has just chosen it', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const folder = join(dataDir, 'config');
  await mkdir(folder);
  await writeFile(join(folder, 'application.ini'), '[interaction-workspace]\ncomposer.send-key = Mod+Enter\n');
  const desktop = await startDesk(['--config', folder]);
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await composer(page).fill('one');
  await composer(page).press('Enter');
  await page.keyboard.type('two');
  await expect(composer(page)).toHaveValue('one\ntwo');
  await expect(shown(page).filter({ hasText: 'one' })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(composer(page)).toHaveValue('');
  await expect(messages(page, 'one')).toContainText('two');

  const set = await page.evaluate(() =>
    window.replydesk.request('option.set', { name: 'composer.send-key', value: 'Enter' }),
  );
  expect(set.ok).toBe(true);
  await composer(page).fill('three');
  await composer(page).press('Enter');
  await expect(messages(page, 'three')).toHaveCount(1);
});

test('a file that is dropped or pasted is refused with a sentence, and what was typed stays', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  const notice = page.getByText('Files cannot be sent yet');
  const dismiss = page.getByRole('button', { name: 'Dismiss: Files' });
  await composer(page).fill('half a sentence');

  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['%PDF-'], 'invoice.pdf', { type: 'application/pdf' }));
    return data;
  });
  await composer(page).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(notice).toBeVisible();
  await dismiss.click();
  await expect(notice).toHaveCount(0);

  await copyPicture(desktop, '');
  await composer(page).press('Control+v');
  await expect(notice).toBeVisible();
  await dismiss.click();

  // A table of an office program brings a picture of itself along: its words are what was meant.
  await copyPicture(desktop, ' and more');
  await composer(page).press('Control+v');
  await expect(composer(page)).toHaveValue('half a sentence and more');
  await expect(notice).toHaveCount(0);
  expect(page.url()).toContain('/index.html');
});
