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
  'palette-forced-colors': { data: desk(), forcedColors: true, act: openPalette },
};
