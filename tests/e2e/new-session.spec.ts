import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DeskClient } from '../support/desk-client.ts';
import { AKELA, acceptFrom, expect, messages, sendText, signIn, test } from '../support/fixtures.ts';
import type { Stack } from '../support/stack.ts';

const HOUR = 3600;
/** `named` is how the server calls somebody of whom it knows the number alone. */
const STRANGER = { number: '4915550000001', shown: '+49 15550000001', named: '+4915550000001' } as const;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'New session' });
const conversation = (page: Page, name: string) => page.getByRole('main', { name: `Interaction with ${name}` });

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Opens the dialog by its keys and types whom to write to; the list that is found is chosen from by Enter. */
async function beginWith(page: Page, text: string, found: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+Shift+S');
  await expect(dialog(page).getByRole('searchbox', { name: 'Contact or number' })).toBeFocused();
  await page.keyboard.type(text);
  const option = dialog(page).getByRole('option', { name: found });
  await expect(option).toBeVisible();
  for (let step = 0; step < 5 && (await option.getAttribute('data-focused')) === null; step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('radio')).not.toHaveCount(0);
}

async function markDone(page: Page, name: string): Promise<void> {
  await conversation(page, name).getByRole('button', { name: 'Mark done' }).click();
  const question = page.getByRole('dialog', { name: 'Mark this interaction done' });
  const done = question.getByRole('button', { name: 'Mark done' });
  if (await question.isVisible()) await done.click();
  await expect(conversation(page, name)).toHaveCount(0);
}

/** Fills in the one parameter of the sample notification and sends it. */
async function sendNotification(page: Page, words: string): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Choose a notification' }).click();
  const editor = page.getByRole('dialog', { name: /^Notification to/ });
  await editor.getByRole('option', { name: /business_followup/ }).click();
  await editor.getByRole('textbox', { name: 'Parameter 1' }).fill(words);
  await editor.getByRole('button', { name: 'Send' }).click();
}

/** Another agent, whose desk is not on this screen, takes what is offered. */
async function takenByKaa(stack: Stack): Promise<DeskClient> {
  const { url } = stack.server;
  const login = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ agent: 'kaa', password: 'trial' }),
  });
  const { token } = (await login.json()) as { token: string };
  const desk = await DeskClient.connect(url, token);
  await desk.welcome();
  await desk.request('agent.set-state', { state: 'ready' });
  await stack.phones.write(AKELA.number, AKELA.name, 'Hello');
  const frame = await desk.next('events', ({ introduces }) => introduces.length > 0);
  const offerId = frame.introduces[0]?.interaction.offer?.id ?? '';
  expect((await desk.request('offer.accept', { offerId })).ok).toBe(true);
  return desk;
}

test('by keyboard alone: a session with a known customer goes on in their window, with free text', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Where is my parcel?');
  await sendText(page, 'It leaves today.');
  await expect(messages(page, 'It leaves today.')).toBeVisible();
  await markDone(page, AKELA.name);

  await beginWith(page, 'akel', AKELA.name);
  await expect(dialog(page).getByText(/^Free messages can be sent until/)).toBeVisible();
  await expect(dialog(page).getByText('No consent recorded')).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: 'First message' })).toBeFocused();
  expect(await serious(page)).toEqual([]);

  // What was begun stays while the dialog is closed.
  await page.keyboard.type('One thing more');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await beginWith(page, AKELA.number, AKELA.name);
  await expect(dialog(page).getByRole('textbox', { name: 'First message' })).toHaveValue('One thing more');
  await page.keyboard.press('Control+Enter');

  await expect(conversation(page, AKELA.name)).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(messages(page, 'One thing more')).toHaveCount(1);
  await expect(conversation(page, AKELA.name).getByText('Waiting for the customer')).toBeVisible();
  await expect.poll(async () => (await stack.phones.phone(AKELA.number)).at(-1)?.text).toBe('One thing more');

  // From the earlier session above it, the dialog knows that one is open in these hands.
  await page.getByRole('button', { name: 'See older messages' }).click();
  await page.getByRole('log', { name: 'Transcript' }).getByRole('button', { name: 'New session' }).first().click();
  await expect(dialog(page).getByText('You have a session with this contact here already.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
});

test('a number nobody has written from is written to by a notification, and what they answer comes here', async ({
  startDesk,
  stack,
}) => {
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await signIn(page);
  await beginWith(page, '+49 1555 000-0001', `Write to ${STRANGER.shown}`);
  await expect(dialog(page).getByText('Begins with a notification')).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: 'First message' })).toHaveCount(0);
  await expect(dialog(page).getByRole('button', { name: 'Choose a notification' })).toBeFocused();
  await sendNotification(page, 'Your parcel is here.');

  const main = conversation(page, STRANGER.named);
  await expect(main).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(main.getByText('Waiting for the customer')).toBeVisible();
  await expect(main.getByRole('status', { name: 'Pending response' })).toHaveCount(0);
  await expect(messages(page, 'Your parcel is here.')).toHaveCount(1);
  expect(await serious(page)).toEqual([]);
  await expect.poll(async () => (await stack.phones.phone(STRANGER.number)).length).toBe(1);

  await stack.phones.write(STRANGER.number, 'Rikki', 'Thank you');
  await expect(messages(page, 'Thank you')).toBeVisible();
  await expect(page.getByText('Waiting for the customer')).toHaveCount(0);
});

test('two presses of Send are one', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await markDone(page, AKELA.name);
  await beginWith(page, 'akela', AKELA.name);
  await dialog(page).getByRole('textbox', { name: 'First message' }).fill('Only once');
  await dialog(page).getByRole('button', { name: 'Send', exact: true }).dblclick();
  await expect(messages(page, 'Only once')).toHaveCount(1);
  await expect(page.getByRole('listbox', { name: 'My interactions' }).getByRole('option')).toHaveCount(1);
  await expect
    .poll(async () => (await stack.phones.phone(AKELA.number)).filter(({ text }) => text === 'Only once').length)
    .toBe(1);
});

test('whose session is open already is said, and nothing can be sent', async ({ startDesk, stack }) => {
  const other = await takenByKaa(stack);
  const desktop = await startDesk();
  const page = await desktop.page('main');
  await signIn(page, 'Mowgli', 'Not ready');
  await beginWith(page, 'akela', AKELA.name);
  await expect(dialog(page).getByRole('radio', { name: /Not possible/ })).toBeVisible();
  await expect(dialog(page).getByText('Open with Kaa Sample')).toBeVisible();
  await expect(dialog(page).getByText(/Kaa Sample has a session with this contact/)).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: /^(Send|Choose a notification)$/ })).toHaveCount(0);
  expect(await serious(page)).toEqual([]);
  await other.drop();
});

test('who asked not to be written to is not, and the transcript says so', async ({ startDesk, stack }) => {
  const desktop = await startDesk();
  await signIn(await desktop.page('main'));
  const page = await acceptFrom(desktop, stack, AKELA, 'Hello');
  await stack.phones.write(AKELA.number, AKELA.name, 'STOP');
  await expect(messages(page, 'The customer asked not to be written to any more.')).toBeVisible();
  const contact = page.getByRole('region', { name: 'Contact' });
  await expect(contact.getByText(/Wants no messages since .* by writing so/)).toBeVisible();
  await markDone(page, AKELA.name);
  await beginWith(page, 'akela', AKELA.name);
  // Within their window, too: what the business begins is no answer.
  await expect(dialog(page).getByText(/Free messages can be sent until/)).toBeVisible();
  await expect(dialog(page).getByText(/Wait for them to write/)).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: 'First message' })).toHaveCount(0);
  await expect(dialog(page).getByRole('button', { name: 'Send a notification instead' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await stack.phones.advance(25 * HOUR);
  await beginWith(page, 'akela', AKELA.name);
  await expect(dialog(page).getByText(/Wants no messages since/)).toBeVisible();
  await expect(dialog(page).getByText(/Wait for them to write/)).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Choose a notification' })).toHaveCount(0);
});

test.describe('where consent is asked for', () => {
  test.use({ serverSettings: ['channel-jungle.opt-in-required=true'] });

  test('a session begins once it is recorded with its proof', async ({ startDesk, stack }) => {
    const desktop = await startDesk();
    const page = await desktop.page('main');
    await signIn(page);
    await beginWith(page, STRANGER.shown, `Write to ${STRANGER.shown}`);
    await expect(dialog(page).getByText(/none is recorded/)).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Record consent' }).click();

    const consent = page.getByRole('dialog', { name: `Consent of ${STRANGER.shown}` });
    await expect(consent.getByRole('textbox', { name: 'Proof' })).toBeFocused();
    expect(await serious(page)).toEqual([]);
    await consent.getByRole('button', { name: 'Save' }).click();
    await expect(consent.getByText('Say how you know that they agreed.')).toBeVisible();
    await consent.getByRole('textbox', { name: 'Proof' }).fill('Form 7, signed');
    await consent.getByRole('button', { name: 'Save' }).click();
    await expect(consent).toHaveCount(0);
    await expect(dialog(page).getByText('Proof: Form 7, signed')).toBeVisible();
    await sendNotification(page, 'Your parcel is here.');
    await expect(conversation(page, STRANGER.named)).toBeVisible();

    // Taken back at the contact, beside the conversation.
    const contact = page.getByRole('region', { name: 'Contact' });
    await contact.getByRole('button', { name: 'Change the consent on Jungle support' }).click();
    await page.getByRole('radio', { name: /Not known/ }).click({ force: true });
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(contact.getByText('No consent recorded')).toBeVisible();
    await expect.poll(async () => (await stack.phones.phone(STRANGER.number)).length).toBe(1);
  });
});
