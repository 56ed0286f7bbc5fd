import type { Page } from '@playwright/test';
import type { Message } from '#shared/domain/message.ts';
import { CONVERSATION } from './conversation-samples.ts';
import { busyDesk, transcripts } from './sample-desk.ts';
import { HOUR, NOW, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';
import { structured, structuredExtremes } from './structured-samples.ts';
import { responseSamples } from './template-samples.ts';

/** `left`: of the service window, ms. */
function desk(
  messages: readonly Message[],
  options: Readonly<Record<string, string>> = {},
  left = 5 * HOUR,
): Scene['data'] {
  const window = { opensAt: NOW + left - 24 * HOUR, closesAt: NOW + left, why: 'customer-message' as const };
  const interactions = busyDesk.map((entry) =>
    entry.interaction.id === CONVERSATION ? { ...entry, interaction: { ...entry.interaction, window } } : entry,
  );
  const view = sampleView({ interactions });
  return {
    view: { ...view, options: { ...view.options, ...options } },
    transcripts: { ...transcripts, [CONVERSATION]: messages },
    responses: responseSamples,
  };
}

async function open(page: Page): Promise<void> {
  await page.getByRole('option', { name: 'Akela Raksha' }).click();
  await page.getByRole('log', { name: 'Transcript' }).waitFor();
}

const toTop = async (page: Page) => {
  await open(page);
  await page.getByRole('article').last().waitFor();
  await page.waitForTimeout(200);
  await page.getByRole('log').evaluate((log) => log.scrollTo(0, 0));
};

async function builder(page: Page): Promise<void> {
  await open(page);
  await page.keyboard.press('Control+Shift+Y');
  await page.getByRole('dialog').waitFor();
}

async function buttons(page: Page): Promise<void> {
  await builder(page);
  await page
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('When may we come by?\n*Thursday* is still free.');
  await page.getByRole('textbox', { name: 'Footer' }).fill('You can change this until tomorrow noon.');
  await page.getByRole('textbox', { name: 'Button 1' }).fill('Thursday morning');
  await page.getByRole('button', { name: 'Add a button' }).click();
  await page.keyboard.type('Thursday morning');
}

async function list(page: Page): Promise<void> {
  await builder(page);
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('What can we help you with?');
  await page.getByText('List', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Button that opens the list' }).fill('Choose a topic');
  await page.getByRole('textbox', { name: 'Title of section 1' }).fill('Orders');
  await page.getByRole('textbox', { name: 'Entry 1', exact: true }).fill('Where is my parcel?');
  await page.getByRole('textbox', { name: 'Description of entry 1' }).fill('Tracking and delivery times');
  await page.getByRole('button', { name: 'Add a section' }).click();
  await page.keyboard.type('Repairs');
}

async function repeated(page: Page): Promise<void> {
  await list(page);
  await page.getByRole('button', { name: 'Add an entry to section 1' }).click();
  await page.keyboard.type('Where is my parcel?');
}

async function show(page: Page): Promise<void> {
  await builder(page);
  await page.getByRole('button', { name: 'Show me' }).click();
}

const small = { width: 1024, height: 640 } as const;
const large = { 'gui.text-size': '200' };

/** Pictures of notifications, reply buttons and lists, and of where they are built. */
export const structuredScenes: Readonly<Record<string, Scene>> = {
  structured: { data: desk(structured), act: toTop },
  'structured-end': { data: desk(structured), act: open },
  'structured-extremes': { data: desk(structuredExtremes), act: toTop },
  'structured-extremes-end': { data: desk(structuredExtremes), act: open },
  'structured-large': { data: desk(structured, large), act: open },
  'structured-large-small': { data: desk(structured, large), act: toTop, size: small },
  'structured-large-small-end': { data: desk(structured, large), act: open, size: small },
  'structured-large-small-closed': { data: desk(structured, large, -HOUR), act: open, size: small },
  'builder-empty': { data: desk(structured), act: builder },
  'builder-buttons': { data: desk(structured), act: buttons },
  'builder-list': { data: desk(structured), act: list },
  'builder-list-large': { data: desk(structured, large), act: list },
  'builder-list-large-small': { data: desk(structured, large), act: list, size: small },
  'builder-list-repeated': { data: desk(structured), act: repeated },
  'builder-show': { data: desk(structured), act: show },
  'builder-list-small': { data: desk(structured), act: list, size: { width: 800, height: 640 } },
  'builder-german': { data: desk(structured, { 'gui.language': 'de' }), act: builderGerman },
  'builder-closed': { data: desk(structured, {}, -HOUR), act: builder },
};

async function builderGerman(page: Page): Promise<void> {
  await page.getByRole('option', { name: 'Akela Raksha' }).click();
  await page.getByRole('log').waitFor();
  await page.keyboard.press('Control+Shift+Y');
  await page.getByRole('dialog').waitFor();
}
