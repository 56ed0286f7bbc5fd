import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AKELA, expect, signIn, test } from '../support/fixtures.ts';

test('without the WhatsApp plug-in the program starts, says what is missing, and shows the medium as unknown', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const empty = join(dataDir, 'no-plugins');
  await mkdir(empty);
  const desktop = await startDesk(['--plugins', empty]);
  const page = await desktop.page('main');
  await signIn(page);
  await expect(
    page
      .getByText(/whatsapp/i)
      .filter({ hasText: /missing/i })
      .first(),
  ).toBeVisible();
  await stack.phones.write(AKELA.number, AKELA.name, 'Still readable');
  await (await desktop.page('toast')).getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByText('Still readable').first()).toBeVisible();
  await expect(page.getByText(/unknown medium|medium .*unknown/i).first()).toBeVisible();
});
