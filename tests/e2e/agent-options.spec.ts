import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { AKELA, acceptFrom, expect, signIn, test } from '../support/fixtures.ts';
import { TestKeyring } from '../support/keyring.ts';

/** A folder with these options for the desk under test. */
async function configFolder(dataDir: string, ...lines: readonly string[]): Promise<string> {
  const folder = join(dataDir, 'config');
  await mkdir(folder);
  await writeFile(join(folder, 'application.ini'), `[interaction-workspace]\n${lines.join('\n')}\n`);
  return folder;
}

const agentState = (page: Page) => page.getByRole('button', { name: 'Agent state' });

test('an agent is ready after signing in where the options say so, and keeps another state over a restart', async ({
  startDesk,
  dataDir,
}) => {
  const folder = await configFolder(dataDir, 'login.whatsappsession.is-auto-ready = true');
  const keyring = await TestKeyring.start();
  try {
    const first = await startDesk(['--config', folder, ...keyring.args], keyring.env);
    const page = await first.page('main');
    await signIn(page, 'Mowgli', 'Not ready');
    await expect(agentState(page)).toContainText(/(?<!Not )Ready/);
    await agentState(page).click();
    await page.getByRole('menuitem', { name: 'After Work' }).click();
    await expect(agentState(page)).toContainText('After Work');
    await first.kill();

    const again = await (await startDesk(['--config', folder, ...keyring.args], keyring.env)).page('main');
    await expect(again.getByText('Connected', { exact: true })).toBeVisible();
    await expect(agentState(again)).toContainText('After Work');
  } finally {
    await keyring.stop();
  }
});

test('an agent who is not made ready gets the reason of the options', async ({ startDesk, dataDir }) => {
  const folder = await configFolder(
    dataDir,
    'login.whatsappsession.is-auto-ready = false',
    'login.whatsappsession.auto-not-ready-reason = training',
  );
  const page = await (await startDesk(['--config', folder])).page('main');
  await signIn(page, 'Mowgli', 'Not ready');
  await expect(agentState(page)).toContainText('Not Ready: Training');
});

test('an offer is accepted by itself after its preview, and what is in front stays there', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const folder = await configFolder(
    dataDir,
    'whatsappsession.auto-answer = true',
    'whatsappsession.auto-answer.timer = 3',
  );
  const desktop = await startDesk(['--config', folder]);
  const page = await desktop.page('main');
  await signIn(page);
  await stack.phones.write(AKELA.number, AKELA.name, 'Hello');
  await expect((await desktop.page('toast')).getByText(/Accepted automatically in \d s/)).toBeVisible();
  await expect(page.getByRole('option', { name: AKELA.name })).toBeVisible();
  await expect(page.getByRole('main', { name: `Interaction with ${AKELA.name}` })).toHaveCount(0);
});

test('customer and window are named by the formats of the organisation, and its words coloured', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const folder = await configFolder(
    dataDir,
    'display-format.customer-name-format = Customer $Contact._msg_ProfileNickname$',
    'interaction.window-title = $Interaction.MainParty$ - $Interaction.Type$ - $Window.Title$',
    'whatsappsession.color.client = #7a3db8',
  );
  const desktop = await startDesk(['--config', folder]);
  const page = await desktop.page('main');
  await signIn(page);
  await stack.phones.write(AKELA.number, AKELA.name, 'Hello');
  await (await desktop.page('toast')).getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('main', { name: `Interaction with Customer ${AKELA.name}` })).toBeVisible();
  await expect(page).toHaveTitle(`${AKELA.name} - WhatsApp - Replydesk`);
  const words = page.getByRole('log', { name: 'Transcript' }).getByText('Hello', { exact: true });
  await expect(words).toHaveCSS('color', 'rgb(122, 61, 184)');
});

const DONE_KEYS = 'Control+Shift+D';
const doneDialog = (page: Page) => page.getByRole('dialog', { name: 'Mark this interaction done' });

test('keys mark an interaction done with the disposition that must be chosen', async ({
  startDesk,
  stack,
  dataDir,
}) => {
  const folder = await configFolder(dataDir, 'interaction.disposition.is-mandatory = true');
  const desktop = await startDesk(['--config', folder]);
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Thank you, all is well');
  await page.getByRole('textbox', { name: 'Message' }).focus();
  await page.keyboard.press(DONE_KEYS);
  await expect(doneDialog(page).getByRole('button', { name: 'Mark done' })).toBeDisabled();
  await page.keyboard.press(DONE_KEYS);
  await expect(doneDialog(page)).toHaveCount(1);
  await doneDialog(page).getByRole('radio', { name: 'Resolved' }).press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: AKELA.name })).toHaveCount(0);
});

test.describe('where no dispositions are asked for', () => {
  test.use({ serverSettings: ['interaction-workspace.interaction.disposition.value-business-attribute='] });

  test('keys mark an interaction done at once', async ({ startDesk, stack }) => {
    const desktop = await startDesk();
    await signIn(await desktop.page('main'));
    const page = await acceptFrom(desktop, stack, AKELA, 'Thank you, all is well');
    await page.getByRole('textbox', { name: 'Message' }).focus();
    await page.keyboard.press(DONE_KEYS);
    await expect(page.getByRole('option', { name: AKELA.name })).toHaveCount(0);
    await expect(doneDialog(page)).toHaveCount(0);
  });

  test('keys ask first where the options say so, and no is no', async ({ startDesk, stack, dataDir }) => {
    const folder = await configFolder(dataDir, 'whatsappsession.prompt-for-done = true');
    const desktop = await startDesk(['--config', folder]);
    await signIn(await desktop.page('main'));
    const page = await acceptFrom(desktop, stack, AKELA, 'Thank you, all is well');
    await page.getByRole('textbox', { name: 'Message' }).focus();
    await page.keyboard.press(DONE_KEYS);
    await expect(doneDialog(page)).toContainText(AKELA.name);
    await page.keyboard.press('Escape');
    await expect(doneDialog(page)).toHaveCount(0);
    await expect(page.getByRole('option', { name: AKELA.name })).toBeVisible();
    await page.keyboard.press(DONE_KEYS);
    await doneDialog(page).getByRole('button', { name: 'Mark done' }).click();
    await expect(page.getByRole('option', { name: AKELA.name })).toHaveCount(0);
  });
});
