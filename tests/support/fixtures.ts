import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { Desktop } from './desktop.ts';
import { type Stack, startStack } from './stack.ts';

interface Fixtures {
  /** Settings of the stack's server beside the sample configuration, each `section.key=value`. */
  readonly serverSettings: readonly string[];
  /** Simulator and server, started for this test alone. */
  readonly stack: Stack;
  /** A folder for one desk's data. */
  readonly dataDir: string;
  /** Starts a desk on the stack's server; ended after the test. */
  readonly startDesk: (args?: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Desktop>;
}

/** Tests of the real program: real Electron, server and simulator, reached by accessible names (UI-13). */
export const test = base.extend<Fixtures>({
  serverSettings: [[], { option: true }],
  stack: async ({ serverSettings }, use) => {
    const stack = await startStack(serverSettings);
    await use(stack);
    await stack.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'replydesk-e2e-'));
    await use(folder);
    // Helpers of a killed program may still be writing for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  startDesk: async ({ stack, dataDir }, use) => {
    const started: Desktop[] = [];
    await use(async (args = [], env = {}) => {
      const desktop = await Desktop.start(['--trial', '--server', stack.server.url, '--data', dataDir, ...args], env);
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.kill();
    expect(await faultsIn(dataDir), 'faults of the program in its log').toEqual([]);
  },
});

/** What the program caught at its outermost edge: a fault in itself that no test may pass over. */
async function faultsIn(dataDir: string): Promise<string[]> {
  const files = await readdir(join(dataDir, 'logs')).catch(() => []);
  const texts = await Promise.all(files.map((file) => readFile(join(dataDir, 'logs', file), 'utf8')));
  return texts.flatMap((text) => text.split('\n')).filter((line) => line.includes('Replydesk has a fault'));
}

export { expect };

/** Sample customers of the tests. */
export const AKELA = { number: '16145550123', name: 'Akela Raksha' } as const;
export const BALOO = { number: '16145550147', name: 'Baloo Sloth' } as const;

/** Signs a sample agent in and makes them ready. */
export async function signIn(page: Page, agent = 'Mowgli', state: 'Ready' | 'Not ready' = 'Ready'): Promise<void> {
  await page.getByRole('button', { name: agent }).click();
  await expect(page.getByRole('button', { name: 'Agent state' })).toBeVisible();
  if (state === 'Ready') await setReady(page);
}

export async function setReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Agent state' }).click();
  await page.getByRole('menuitem', { name: 'Ready', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Agent state' })).toContainText('Ready');
}

/** Lets a customer write and the agent accept; ends with the conversation open. */
export async function acceptFrom(
  desktop: Desktop,
  stack: Stack,
  customer: { readonly number: string; readonly name: string },
  text: string,
): Promise<Page> {
  await stack.phones.write(customer.number, customer.name, text);
  await (await desktop.page('toast')).getByRole('button', { name: 'Accept' }).click();
  const page = await desktop.page('main');
  await expect(page.getByRole('main', { name: `Interaction with ${customer.name}` })).toBeVisible();
  await desktop.takesKeys('main');
  return page;
}

/** Messages of the open transcript that hold this text. */
export function messages(page: Page, text: string) {
  return page.getByRole('log', { name: 'Transcript' }).getByRole('article').filter({ hasText: text });
}

/** Types into the composer and sends with Enter. */
export async function sendText(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.fill(text);
  await box.press('Enter');
}
