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
  'palette-forced-colors': { data: desk(), forcedColors: true, act: openPalette },
};
