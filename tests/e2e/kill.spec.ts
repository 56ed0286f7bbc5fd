import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, sendText, signIn, test } from '../support/fixtures.ts';
import { TestKeyring } from '../support/keyring.ts';

/** Kills of the desktop; each while messages are on their way out. */
const KILLS = 5;
const PER_KILL = 3;
const LONGEST_WAIT = 250;

/** Mulberry32: small, and the same for a seed everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function open(page: Page): Promise<void> {
  await page.getByRole('option', { name: AKELA.name }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
}

/** What the transcript says of each sent text that is on it. */
function statuses(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('article[data-direction="out"]')].map((article) => [
        /kill \d+ text \d+\./.exec(article.textContent ?? '')?.[0] ?? '',
        article.getAttribute('data-status') ?? '',
      ]),
    ),
  );
}

test('whenever the desktop is killed, what it took is delivered once, in order', async ({ startDesk, stack }) => {
  test.setTimeout(180_000);
  const seed = Number(process.env.SEED ?? Date.now() % 100_000);
  console.log(`seed ${seed}`);
  const random = seeded(seed);
  const keyring = await TestKeyring.start();
  try {
    let desktop = await startDesk(keyring.args, keyring.env);
    await signIn(await desktop.page('main'));
    let page = await acceptFrom(desktop, stack, AKELA, 'Hello');
    const taken: string[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      for (let text = 1; text <= PER_KILL; text += 1) {
        await sendText(page, `kill ${kill} text ${text}.`);
        // The box is emptied once the message is on the desk's disk: from here on it must not be lost.
        await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('');
        taken.push(`kill ${kill} text ${text}.`);
      }
      await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_WAIT));
      await desktop.kill();
      desktop = await startDesk(keyring.args, keyring.env);
      page = await desktop.page('main');
      await open(page);
    }
    const settled = async () => {
      const now = await statuses(page);
      return taken.filter((text) => !['delivered', 'read'].includes(now[text] ?? 'not shown'));
    };
    await expect.poll(settled, { timeout: 45_000 }).toEqual([]);
    const shown = (await stack.phones.phone(AKELA.number)).filter((message) => message.direction !== 'in');
    expect(shown.map((message) => message.text)).toEqual(taken);
  } finally {
    await keyring.stop();
  }
});
