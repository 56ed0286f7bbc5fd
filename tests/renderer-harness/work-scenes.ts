import type { Page } from '@playwright/test';
import type { OptionsView } from '#shared/ipc/view.ts';
import { busyDesk, transcripts } from './sample-desk.ts';
import { sampleView } from './samples.ts';
import type { Scene } from './scene.ts';

const small = { width: 1024, height: 640 } as const;

function desk(options: OptionsView = {}): Scene['data'] {
  const view = sampleView({ interactions: [...busyDesk] });
  return { view: { ...view, options: { ...view.options, ...options } }, transcripts };
}

const BALOO = busyDesk[0]?.interaction.id ?? '';
const last = busyDesk.at(-1)?.interaction.id ?? '';

/** The sample desk with a list arranged by hand. */
function arranged(options: OptionsView = {}): Scene['data'] {
  const data = desk(options);
  return { ...data, view: { ...data.view, arrangement: { pinned: [last], order: [last, BALOO] } } };
}

const entryMenu = (page: Page) => page.getByRole('option', { name: 'Baloo Sloth' }).click({ button: 'right' });

const openMenu = async (page: Page, text: string) => {
  await page.getByRole('option', { name: 'Akela Raksha' }).click();
  await page.getByRole('article').filter({ hasText: text }).first().click({ button: 'right' });
  await page.getByRole('menu').waitFor();
};

/** The messages of the sample with reactions on their way, and one that failed. */
const reacted = Object.fromEntries(
  Object.entries(transcripts).map(([id, messages]) => [
    id,
    messages.map((message, index) =>
      index < 2 && message.direction !== 'system'
        ? {
            ...message,
            reactionSend: {
              id: `send-${index}`,
              by: 'kaa',
              emoji: '❤️',
              at: message.arrivalTime,
              status: index === 0 ? ('failed' as const) : ('queued' as const),
              error: index === 0 ? { code: '131047', title: 'Too late' } : null,
            },
          }
        : message,
    ),
  ]),
);

const openEmoji = async (page: Page) => {
  await page.getByRole('option', { name: 'Akela Raksha' }).click();
  await page.getByRole('textbox').last().fill('Hello there');
  await page.keyboard.press('Control+Shift+J');
  await page.getByRole('dialog', { name: 'emoji' }).getByRole('searchbox').waitFor();
};

const team: OptionsView = { 'whatsappsession.emojis-business-attribute': 'Emoji' };

function withTeam(options: OptionsView = {}): Scene['data'] {
  const data = desk({ ...team, ...options });
  const { session } = data.view;
  const value = (emoji: string) => ({ value: emoji, displayName: emoji, editable: false, default: false });
  const businessAttributes = { Emoji: ['🙂', '👍', '🙏', '📦', '🚚', '☎️'].map(value) } as never;
  return {
    ...data,
    view: { ...data.view, session: { ...session, directory: { ...session.directory, businessAttributes } } },
  };
}

const openPalette = async (page: Page, query = '') => {
  await page.getByRole('option', { name: 'Akela Raksha' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(query);
};

/** Pictures of ways of working: the palette. */
export const workScenes: Readonly<Record<string, Scene>> = {
  palette: { data: desk(), act: openPalette },
  'palette-query': { data: desk(), act: (page) => openPalette(page, 'set') },
  'palette-none': { data: desk(), act: (page) => openPalette(page, 'xyzzy') },
  'palette-german': {
    data: desk({ 'gui.language': 'de' }),
    size: small,
    act: (page) => openPalette(page),
  },
  'palette-200': {
    data: desk({ 'gui.language': 'de', 'gui.text-size': '200' }),
    size: small,
    act: (page) => openPalette(page),
  },
  'list-arranged': { data: arranged(), act: entryMenu },
  'list-arranged-german': {
    data: arranged({ 'gui.language': 'de' }),
    size: small,
    act: async (page) => {
      await page.getByRole('option', { name: 'Baloo Sloth' }).focus();
      await page.keyboard.press('Shift+F10');
    },
  },
  'panels-wide': {
    data: desk(),
    act: async (page) => {
      await page.getByRole('option', { name: 'Akela Raksha' }).click();
      await page.getByRole('separator').last().focus();
      for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowLeft');
    },
  },
  'panels-closed': {
    data: desk(),
    act: async (page) => {
      await page.getByRole('option', { name: 'Akela Raksha' }).click();
      await page.keyboard.press('Control+Shift+H');
      await page.keyboard.press('Control+Shift+P');
    },
  },
  'message-menu': { data: { ...desk(), transcripts: reacted }, act: (page) => openMenu(page, 'Could you send') },
  'message-menu-keys': {
    data: desk({ 'gui.language': 'de' }),
    size: small,
    act: async (page) => {
      await page.getByRole('option', { name: 'Akela Raksha' }).click();
      await page.getByRole('log').focus();
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Shift+F10');
    },
  },
  quote: {
    data: desk(),
    act: async (page) => {
      await openMenu(page, 'Could you send');
      await page.getByRole('menuitem', { name: 'Reply' }).click();
      await page.keyboard.type('It is 12 Banyan Street.');
    },
  },
  emoji: { data: withTeam(), act: openEmoji },
  'emoji-small': { data: withTeam({ 'gui.language': 'de' }), size: small, act: openEmoji },
  'palette-forced-colors': { data: desk(), forcedColors: true, act: openPalette },
};
