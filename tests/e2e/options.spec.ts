import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.ts';

test('a wrong option file is said with file and line, and the desk goes on', async ({ startDesk, dataDir }) => {
  const config = join(dataDir, 'config');
  await mkdir(config);
  await writeFile(join(config, 'application.ini'), '[interaction-workspace]\ngui.theme = Dark\ntoast.timeout = soon\n');
  const page = await (await startDesk(['--config', config])).page('main');
  await expect(page.getByText(/application\.ini, line 3/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', /dark/i);
});
