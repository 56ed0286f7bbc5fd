import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';

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

test('a burst of 50 messages is announced in few sentences that count each once', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'One');
  await expect(messages(page, 'One')).toBeVisible();
  const spoken = await page.getByRole('log', { name: 'Transcript' }).evaluateHandle((log) => {
    const heard: string[] = [];
    const observer = new MutationObserver((changes) => {
      // Whatever changes outside of what is marked as no news would be spoken.
      const live = changes.filter(({ target }) => {
        const element = target instanceof Element ? target : target.parentElement;
        return element?.closest('[aria-live]') === log;
      });
      if (live.length > 0) heard.push(live.map(({ target }) => target.textContent ?? '').join(' | '));
    });
    observer.observe(log, { subtree: true, childList: true, characterData: true });
    return heard;
  });
  const heard = () => spoken.evaluate((sentences) => [...sentences]);
  const counted = async () =>
    (await heard()).map((text) => Number(/^(\d+) new messages from Akela Raksha/.exec(text)?.[1] ?? 1));
  const sum = async () => (await counted()).reduce((total, count) => total + count, 0);

  await stack.phones.write(AKELA.number, AKELA.name, 'Are you there?');
  await expect.poll(heard).toEqual([`${AKELA.name}: Are you there?`]);
  for (let nth = 1; nth <= 50; nth += 1) await stack.phones.write(AKELA.number, AKELA.name, `Line ${nth} of 50`);
  await expect(messages(page, 'Line 50 of 50')).toBeVisible();
  await expect.poll(sum, { timeout: 15_000 }).toBe(51);
  const sentences = await heard();
  // One before the burst; the 50 come within some seconds, in which one sentence is said, at most two.
  expect(sentences.length, sentences.join('\n')).toBeLessThanOrEqual(4);
  expect(sentences.at(1)).toMatch(/^\d+ new messages from Akela Raksha$/);
});

test('the toast is accessible while it offers', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  await stack.phones.write(AKELA.number, AKELA.name, 'Hello');
  const toast = await desktop.page('toast');
  await toast.getByRole('button', { name: 'Accept' }).waitFor();
  expect(await serious(toast)).toEqual([]);
});
