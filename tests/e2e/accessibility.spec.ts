import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, sendText, signIn, test } from '../support/fixtures.ts';

const THEMES = ['Default', 'Dark', 'HighContrast'] as const;

async function serious(page: Page): Promise<readonly string[]> {
  // Legacy mode: the other opens a second page for the results, which this program refuses, as it should.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

async function setTheme(page: Page, value: string): Promise<void> {
  const answer = await page.evaluate(
    (theme) => window.replydesk.request('option.set', { name: 'gui.theme', value: theme }),
    value,
  );
  expect(answer.ok).toBe(true);
}

test('axe finds nothing serious on any screen in any theme', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await page.getByRole('button', { name: 'Mowgli' }).waitFor();
  expect(await serious(page)).toEqual([]);
  await signIn(page);
  expect(await serious(page)).toEqual([]);
  await acceptFrom(desktop, stack, AKELA, 'Hello *there*, see https://example.org');
  await sendText(page, 'Good morning');
  for (const theme of THEMES) {
    await setTheme(page, theme);
    expect(await serious(page)).toEqual([]);
  }
});

test('the toast is accessible while it offers', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await stack.phones.write(AKELA.number, AKELA.name, 'Hello');
  const toast = await desktop.page('toast');
  await toast.getByRole('button', { name: 'Accept' }).waitFor();
  expect(await serious(toast)).toEqual([]);
});
