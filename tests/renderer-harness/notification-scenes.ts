import type { Page } from '@playwright/test';
import type { TemplateList } from '#shared/domain/template.ts';
import { busyDesk, transcripts } from './sample-desk.ts';
import { NOW, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';
import { responseSamples, templateList } from './template-samples.ts';

function desk(options: Readonly<Record<string, string>> = {}, list: TemplateList = templateList): Scene['data'] {
  const interactions = busyDesk.map((entry) =>
    entry.interaction.id === 'akela'
      ? { ...entry, contact: { ...entry.contact, attributes: { ...entry.contact.attributes, FirstName: 'Akela' } } }
      : entry,
  );
  const view = sampleView({ interactions });
  return {
    view: { ...view, options: { ...view.options, ...options } },
    transcripts,
    templates: { jungle: list },
    responses: responseSamples,
  };
}

async function editor(page: Page): Promise<void> {
  await page.getByRole('option', { name: 'Akela Raksha' }).click();
  await page.getByRole('log', { name: 'Transcript' }).waitFor();
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('dialog').waitFor();
}

const choose = (name: string, language: string) => async (page: Page) => {
  await editor(page);
  await page.getByRole('dialog').getByRole('option').filter({ hasText: name }).filter({ hasText: language }).click();
};

async function filled(page: Page): Promise<void> {
  await choose('order_shipped', 'English (United States)')(page);
  await page.getByRole('textbox', { name: 'Header, parameter 1' }).fill('JC-20410');
  await page.getByRole('textbox', { name: 'Parameter 1', exact: true }).fill('Akela');
  await page.getByRole('textbox', { name: 'Parameter 2' }).fill('Saturday');
  await page.getByRole('textbox', { name: /Track parcel/ }).fill('JC-20410');
}

async function wrong(page: Page): Promise<void> {
  await choose('order_shipped', 'English (United States)')(page);
  await page.getByRole('textbox', { name: 'Parameter 1', exact: true }).fill('Akela     Raksha');
  await page.getByRole('textbox', { name: 'Parameter 2' }).fill('Saturday\nor Sunday');
  await page.getByRole('button', { name: 'Show me' }).click();
}

const large = { 'gui.text-size': '200' };
const small = { width: 1024, height: 640 } as const;

const search = (words: string) => async (page: Page) => {
  await editor(page);
  await page.getByRole('searchbox', { name: 'Search notifications' }).fill(words);
};

const again = async (page: Page) => {
  await filled(page);
  await page.getByRole('button', { name: 'Choose another' }).click();
};

const failed: TemplateList = {
  ...templateList,
  error: {
    code: 'template-refused',
    message: 'WhatsApp refused: Service temporarily unavailable: Temporary due to downtime or overload. (2).',
    retryable: true,
    providerCode: '2',
  },
};

/** The customer wants no marketing. */
function withOptOut({ view, ...rest }: Scene['data']): Scene['data'] {
  const optOut = { at: NOW, scope: 'marketing' as const, source: 'user-preferences' as const };
  const consents = [{ channel: 'jungle', optIn: null, optOut }];
  const interactions = view.interactions.map((entry) => ({ ...entry, contact: { ...entry.contact, consents } }));
  return { ...rest, view: { ...view, interactions } };
}

async function taken(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New template' }).click();
  await page.keyboard.type('business_followup');
  await page.keyboard.press('Tab');
}

const administration = (then?: (page: Page) => Promise<void>) => async (page: Page) => {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('tab', { name: 'Templates' }).click();
  await page.getByRole('list', { name: 'Templates' }).waitFor();
  await then?.(page);
};

async function draft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('parcel_at_neighbour');
  await page.getByRole('textbox', { name: 'Header' }).fill('Order {{1}}');
  await page.getByRole('textbox', { name: 'Header, example for 1' }).fill('JC-20410');
  await page.getByRole('textbox', { name: 'Text' }).fill('Hello {{1}}, your parcel waits at your neighbour {{2}}.');
  await page.getByRole('textbox', { name: 'Example for 1', exact: true }).fill('Akela');
  await page.getByRole('button', { name: 'Add button' }).click();
  await page.getByRole('menuitem', { name: 'Quick reply' }).click();
  await page.getByRole('textbox', { name: 'Label of button 1' }).fill('Thank you');
}

async function draftWrong(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Parcel at neighbour');
  await page.getByRole('textbox', { name: 'Text' }).fill('{{1}} {{2}}');
  await page.getByRole('button', { name: 'Show me' }).click();
}

/** Pictures of the notification editor and of template administration. */
export const notificationScenes: Readonly<Record<string, Scene>> = {
  notification: { data: desk(), act: editor },
  'notification-filled': { data: desk(), act: filled },
  'notification-wrong': { data: desk(), act: wrong },
  'notification-file': { data: desk(), act: choose('season_catalogue', 'English') },
  'notification-named': { data: desk(), act: choose('appointment_reminder', 'English') },
  'notification-paused': {
    data: desk(),
    act: async (page) => {
      await filled(page);
      await page.evaluate(() => window.harness?.pause('order_shipped', 'Paused for 3 hours because of low quality.'));
      await page.getByText('Paused by WhatsApp').first().waitFor();
    },
  },
  'notification-empty': { data: desk({}, { ...templateList, templates: [], refreshedAt: null }), act: editor },
  templates: { data: desk(), act: administration() },
  'templates-failed': { data: desk({}, failed), act: administration() },
  'notification-failed': { data: desk({}, failed), act: editor, size: small },
  'notification-opted-out': { data: withOptOut(desk()), act: search('season') },
  'template-taken': { data: desk(), act: administration(taken) },
  'templates-200': { data: desk(large), act: administration() },
  'template-new': { data: desk(), act: administration(draft) },
  'template-wrong': { data: desk(), act: administration(draftWrong) },
  'template-new-200': { data: desk(large), act: administration(draft) },
  'template-delete': {
    data: desk(),
    act: administration((page) => page.getByRole('button', { name: /^Delete win_a_prize/ }).click()),
  },
  'notification-200': { data: desk(large), act: editor },
  'notification-filled-200': { data: desk(large), act: filled },
  'notification-small': { data: desk(), act: filled, size: small },
  'notification-wrong-small': { data: desk(), act: wrong, size: small },
  'notification-200-small': { data: desk(large), act: editor, size: small },
  'notification-filled-200-small': { data: desk(large), act: wrong, size: small },
  'notification-again-200-small': { data: desk(large), act: again, size: small },
  'templates-200-small': { data: desk(large), act: administration(), size: small },
  'template-new-200-small': { data: desk(large), act: administration(draft), size: small },
  'notification-german': {
    data: desk({ 'gui.language': 'de' }),
    act: async (page) => {
      await page.getByRole('option', { name: 'Akela Raksha' }).click();
      await page.keyboard.press('Control+Shift+E');
      await page.getByRole('option').filter({ hasText: 'appointment_reminder' }).click();
    },
  },
};
