import type { Locator, Page } from '@playwright/test';
import { AKELA, acceptFrom, BALOO, expect, messages, signIn, test } from '../support/fixtures.ts';

/** Everything stays inside: no message is wider than the transcript, and neither page nor transcript scrolls sideways. */
async function layoutIsWhole(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const log = document.querySelector('[role="log"]');
    const right = log?.getBoundingClientRect().right ?? 0;
    const wide = [...document.querySelectorAll('article')].filter((a) => a.getBoundingClientRect().right > right + 1);
    return {
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      log: (log?.scrollWidth ?? 0) - (log?.clientWidth ?? 0),
      wide: wide.length,
    };
  });
  expect(overflow).toEqual({ page: 0, log: 0, wide: 0 });
}

const textOf = (message: Locator) => message.evaluate((article) => article.textContent ?? '');

const CONTENTS = [
  ['4,096 emoji', '🦊'.repeat(4096), '🦊🦊🦊'],
  ['a word of 60,000 letters', 'w'.repeat(60_000), 'www'],
  ['control and bidi-override characters', 'a\u0000b\u0007c \u202etxet desrever\u202c \u2066isolate', 'c '],
  [
    'HTML and script',
    '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 1"><b>bold</b>',
    '<b>bold</b>',
  ],
  ['200 lines', Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n'), 'line 199'],
  ['marks that never end', '*_~```'.repeat(500), '*_~'],
  ['right-to-left text with links and numbers', 'שלום https://example.org/א?q=1 مرحبا 12345', 'שלום'],
] as const;

test('whatever a customer writes is shown safely, and the layout stays whole', async ({ startDesk, stack }) => {
  test.setTimeout(180_000);
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Beginning');
  for (const [what, text, shown] of CONTENTS) {
    await test.step(what, async () => {
      await page.getByRole('log', { name: 'Transcript' }).press('End');
      await expect(page.getByRole('button', { name: 'To the newest message' })).toHaveCount(0);
      await stack.phones.write(AKELA.number, AKELA.name, text);
      await stack.phones.write(AKELA.number, AKELA.name, `After ${what}`);
      await expect(messages(page, `After ${what}`)).toBeVisible();
      await messages(page, shown).first().scrollIntoViewIfNeeded();
      await layoutIsWhole(page);
      await expect(page.getByRole('textbox', { name: 'Message' })).toBeInViewport();
    });
  }
  expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();
});

test('names of 300 letters and of nothing to see leave a name to read', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await signIn(page);
  const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(9).slice(0, 300);
  await stack.phones.write(AKELA.number, long, 'My name is long');
  await (await desktop.page('toast')).getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('option', { name: /Wolfeschlegelsteinhausen/ })).toBeVisible();
  await layoutIsWhole(page);
  await stack.phones.write(BALOO.number, '\u2800\u200b\u2063', 'My name cannot be seen');
  await (await desktop.page('toast')).getByRole('button', { name: 'Accept' }).click();
  const entry = page.getByRole('option').filter({ hasText: 'My name cannot be seen' });
  await expect(entry).toContainText(/\+1 614 555 0147|16145550147/);
  await layoutIsWhole(page);
});

test('times of 1970 and of the future are shown where they belong, and said to be odd', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Now');
  const tomorrow = Math.floor(Date.now() / 1000) + 86_400;
  await stack.phones.write(AKELA.number, AKELA.name, 'From tomorrow', { timestamp: String(tomorrow) });
  await stack.phones.write(AKELA.number, AKELA.name, 'From 1970', { timestamp: '1' });
  await expect(messages(page, 'From 1970')).toHaveCount(1);
  await expect(messages(page, 'From tomorrow')).toHaveCount(1);
  const order = await page
    .getByRole('log', { name: 'Transcript' })
    .getByRole('article')
    .evaluateAll((articles) =>
      articles.map((article) => /From 1970|Now|From tomorrow/.exec(article.textContent ?? '')?.[0]),
    );
  expect(order).toEqual(['From 1970', 'Now', 'From tomorrow']);
});

test('fifty edits leave one message with its last words; a reaction to nothing known is kept for itself', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'First');
  await stack.phones.write(AKELA.number, AKELA.name, 'Version 0', { id: 'wamid.edited' });
  for (let version = 1; version <= 50; version += 1) {
    await stack.phones.inbound(AKELA.number, AKELA.name, {
      type: 'edit',
      edit: { original_message_id: 'wamid.edited', message: { type: 'text', text: { body: `Version ${version}` } } },
    });
  }
  await expect(messages(page, 'Version 50')).toHaveCount(1);
  await expect(messages(page, 'Version')).toHaveCount(1);
  expect(await textOf(messages(page, 'Version 50'))).toMatch(/edited/i);
  await stack.phones.inbound(AKELA.number, AKELA.name, {
    type: 'reaction',
    reaction: { message_id: 'wamid.nobody', emoji: '👍' },
  });
  await stack.phones.write(AKELA.number, AKELA.name, 'After the reaction');
  await expect(messages(page, 'After the reaction')).toBeVisible();
  await expect(messages(page, 'A message that is not shown here')).toContainText('👍');
});
