import type { Page } from '@playwright/test';
import type { OptionInfo, OptionList } from '#shared/ipc/option-list.ts';
import { fineList, optionTexts, plainOptions, wrongList } from './option-samples.ts';
import { busyDesk, transcripts, twoOffers } from './sample-desk.ts';
import { NOW, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';

const small = { width: 1024, height: 640 } as const;

function desk(list: OptionList, looks: Readonly<Record<string, string>> = {}): Scene['data'] {
  const options = {
    ...optionTexts(list.options),
    'gui.theme': 'Default',
    'gui.text-size': '100',
    'gui.language': 'en',
  };
  return { view: sampleView({ interactions: [...busyDesk], options: { ...options, ...looks } }), optionList: list };
}

const settings = (section: string, then?: (page: Page) => Promise<void>) => async (page: Page) => {
  await page.getByRole('button', { name: /^(Settings|Einstellungen)$/ }).click();
  await page.getByRole('tab', { name: section }).click();
  await then?.(page);
};

const search = (words: string) => (page: Page) => page.getByRole('searchbox').fill(words);
const german = { 'gui.language': 'de' };
const large = { 'gui.text-size': '200' };

/** Several hundred options, as plug-ins may bring them. */
const many: readonly OptionInfo[] = Array.from({ length: 8 }, (_, copy) =>
  plainOptions.map((option) => ({
    ...option,
    name: copy === 0 ? option.name : `part-${copy}.${option.name}`,
    owner: copy === 0 ? option.owner : `Plug-in ${copy}`,
  })),
).flat();

function withPrivileges(privileges: string[]): Scene['data'] {
  const view = sampleView({ interactions: [...busyDesk, ...twoOffers] });
  return { view: { ...view, session: { ...view.session, privileges } }, transcripts };
}

const open = (name: string) => (page: Page) => page.getByRole('option', { name }).click();
const WORK = 'InteractionWorkspace.WorkItem';

export const settingsScenes: Readonly<Record<string, Scene>> = {
  settings: { data: desk(fineList), act: settings('Options') },
  'settings-many': { data: desk({ ...fineList, options: [...many] }), act: settings('Options') },
  'settings-why': {
    data: desk(fineList),
    act: settings('Options', async (page) => {
      await search('gui')(page);
      await page.getByRole('button', { name: 'Why this value? gui.theme' }).click();
      await page.getByRole('button', { name: 'Why this value? gui.text-size' }).click();
    }),
  },
  'settings-long': {
    data: desk(fineList),
    act: settings('Options', async (page) => {
      await search('preview.query')(page);
      await page.getByRole('button', { name: 'Why this value? whatsappsession.location-map.preview.query' }).click();
    }),
  },
  'settings-waiting': {
    data: desk(fineList),
    act: settings('Options', (page) => page.getByRole('button', { name: /^Waits for restart/ }).click()),
  },
  'settings-mine': {
    data: desk(fineList),
    act: settings('Options', async (page) => {
      await page.getByRole('button', { name: /^I may change/ }).click();
      await search('whatsapp')(page);
    }),
  },
  'settings-refused': {
    data: {
      ...desk(fineList),
      refusals: {
        'option.set': {
          code: 'option-refused',
          message: 'whatsappsession.color.client cannot be "greenish". Write a colour such as #1a7f64.',
          retryable: false,
        },
      },
    },
    act: settings('Options', async (page) => {
      await search('color')(page);
      await page.getByRole('textbox', { name: 'Value of whatsappsession.color.client' }).fill('greenish');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('greenish').waitFor();
    }),
  },
  'settings-keys': { data: desk(fineList), act: settings('Options', search('keyboard.agent keys')) },
  'settings-none': { data: desk(fineList), act: settings('Options', search('teleport')) },
  'settings-small': { data: desk(fineList), size: small, act: settings('Options') },
  'settings-german': { data: desk(fineList, german), size: small, act: settings('Optionen') },
  'settings-200': { data: desk(fineList, large), size: small, act: settings('Options') },
  'settings-200-why': {
    data: desk(fineList, large),
    act: settings('Options', async (page) => {
      await search('gui.theme')(page);
      await page.getByRole('button', { name: 'Why this value? gui.theme' }).click();
    }),
  },
  'settings-failed': {
    data: {
      ...desk(fineList),
      refusals: { 'options.list': { code: 'ipc-failed', message: 'Replydesk did not answer.', retryable: true } },
    },
    act: settings('Options'),
  },
  'settings-forced-colors': { data: desk(fineList), forcedColors: true, act: settings('Options') },
  'settings-appearance': { data: desk(fineList), act: settings('Appearance') },
  keyboard: { data: desk(fineList), act: settings('Keyboard') },
  'keyboard-recording': {
    data: desk(fineList),
    act: settings('Keyboard', async (page) => {
      await page.getByRole('button', { name: 'Change the keys: Open the previous interaction' }).click();
      await page.keyboard.press('Control+Alt+e');
    }),
  },
  'keyboard-conflict': {
    data: desk(fineList),
    act: settings('Keyboard', async (page) => {
      await page.getByRole('button', { name: 'Change the keys: Open the previous interaction' }).click();
      await page.keyboard.press('Alt+ArrowDown');
    }),
  },
  'keyboard-mac': {
    data: {
      ...desk(fineList),
      view: { ...desk(fineList).view, program: { version: '0.1.0', runtime: 'Electron 45.4', platform: 'darwin' } },
    },
    act: settings('Keyboard'),
  },
  'keyboard-german-200': { data: desk(fineList, { ...german, ...large }), size: small, act: settings('Tastatur') },
  diagnostics: { data: desk(wrongList), act: settings('Diagnostics') },
  'diagnostics-fine': { data: desk(fineList), act: settings('Diagnostics') },
  'diagnostics-none': { data: desk({ ...fineList, state: 'none' }), act: settings('Diagnostics') },
  'diagnostics-200': { data: desk(wrongList, { ...german, ...large }), size: small, act: settings('Diagnose') },
  'settings-plugins': {
    data: {
      ...desk(fineList),
      view: sampleView({
        plugins: [
          ...sampleView().plugins,
          {
            id: 'org.example.tickets',
            displayName: 'Tickets',
            version: '2.4.0',
            state: 'failed',
            reasons: ['It ended three times in ten minutes and stays off.'],
            startedIn: null,
          },
        ],
      }),
    },
    act: settings('Plug-ins'),
  },
  about: { data: desk(fineList), act: settings('About') },
  'notice-actions': {
    data: {
      view: sampleView({
        interactions: [...busyDesk],
        notices: [
          {
            id: 'restart',
            severity: 'info',
            code: 'options-restart',
            message: 'Your administrator changed options that count after a restart.',
            at: NOW,
            action: 'restart',
          },
          {
            id: 'options',
            severity: 'warning',
            code: 'options-wrong',
            message: 'The option files hold an error (application.ini, line 3): the last good ones stay in force.',
            at: NOW,
            action: 'option-diagnostics',
          },
        ],
      }),
    },
  },
  'privileges-none': { data: withPrivileges([]), act: open('Akela Raksha') },
  'privileges-no-reply': {
    data: withPrivileges([`${WORK}.canUse`, `${WORK}.canMarkDone`, 'InteractionWorkspace.Contact.canUse']),
    act: open('Akela Raksha'),
  },
  'toast-no-decline': {
    page: 'toast',
    size: { width: 380, height: 420 },
    data: withPrivileges([`${WORK}.canUse`]),
  },
};
