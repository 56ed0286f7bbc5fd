import type { Page } from '@playwright/test';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import { CONVERSATION } from './conversation-samples.ts';
import { busyDesk, transcripts } from './sample-desk.ts';
import { HOUR, MINUTE, NOW, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';
import { templateList } from './template-samples.ts';

function response(given: Partial<StandardResponse> & Pick<StandardResponse, 'id' | 'name'>): StandardResponse {
  return {
    ...{ category: '', language: 'en', shortcut: '', text: '', files: [], structure: null, faults: [] },
    ...given,
  };
}

const picture = { name: 'parcel.png', mimeType: 'image/png', size: 48_300 };

const responses: readonly StandardResponse[] = [
  response({
    id: 'hello.en',
    name: 'Greeting',
    category: 'Greetings',
    shortcut: 'hello',
    text: 'Hello $Contact.DisplayName$,\n\nmy name is $Agent.FirstName$, and I will look into it right away.',
  }),
  response({ id: 'help', name: 'Offer of help', category: 'Greetings', shortcut: 'help', text: 'How can I help you?' }),
  response({
    id: 'parcel.en',
    name: 'Parcel is on its way',
    category: 'Support/Shipping',
    shortcut: 'parcel',
    text: 'Your order $AttachedData.OrderNumber$ has left our house, dear $Contact.FirstName$. It looks like this and should be with you within two days.',
    files: [picture],
  }),
  response({
    id: 'late',
    name: 'Parcel is late',
    category: 'Support/Shipping',
    shortcut: 'late',
    text: 'We are sorry that your parcel is late. We ask the carrier and tell you before the evening.',
    missingFiles: ['carrier-terms-and-conditions.pdf'],
    faults: ['carrier-terms-and-conditions.pdf is not in responses/files/. Put it there, or take it out of files.'],
  }),
  response({ id: 'hours', name: 'Opening hours', category: 'Support', text: 'We are here from 8 to 18 o’clock.' }),
  response({
    id: 'solved.en',
    name: 'Is it solved?',
    category: 'Farewell',
    shortcut: 'solved',
    structure: {
      type: 'interactive',
      interactive: {
        ...{ type: 'buttons', header: null, body: 'Is everything solved for you?', footer: 'Jungle support' },
        buttons: [
          { id: 'yes', title: 'Yes, thank you' },
          { id: 'no', title: 'No, not yet' },
        ],
      },
    },
  }),
];

const catalogue = response({
  id: 'season-catalogue.en',
  name: 'Catalogue of the season',
  category: 'Offers',
  structure: {
    type: 'notification',
    template: { name: 'season_catalogue', language: 'en' },
    fill: {
      header: {},
      body: { '1': '$Contact.DisplayName$', '2': '$AttachedData.Rate$' },
      buttons: { '0': 'JUNGLE15' },
      file: null,
    },
  },
});

const habits = {
  favourites: ['parcel.en'],
  used: [
    { id: 'hello.en', times: 12 },
    { id: 'help', times: 1 },
  ],
};

/** The default notification that works with `templateList`'s sample. */
const wanted = {
  'whatsappsession.enable-free-msg-timespan-monitoring': 'true',
  'whatsappsession.default-notification-id': 'message_from_us',
  'whatsappsession.default-notification-language': 'en',
  'whatsappsession.default-notification-text':
    'You have a message from *Jungle*:\n\n{{1}}\n\nWrite back to go on talking to us.',
};

const [like] = templateList.templates;
const templates = like
  ? {
      ...templateList,
      templates: [
        ...templateList.templates,
        {
          ...like,
          ...{ id: 'message', name: 'message_from_us', language: 'en', status: 'approved' as const, header: null },
          ...{ footer: 'Jungle support', buttons: [], parameterFormat: 'positional' as const },
          body: {
            text: wanted['whatsappsession.default-notification-text'],
            parameters: ['1'],
            examples: { '1': 'Hi' },
          },
        },
      ],
    }
  : templateList;

function desk(options: Readonly<Record<string, string>> = {}, left = 20 * HOUR, change: Partial<InteractionView> = {}) {
  const window = { opensAt: NOW + left - 24 * HOUR, closesAt: NOW + left, why: 'customer-message' as const };
  const interactions = busyDesk.map((entry) =>
    entry.interaction.id === CONVERSATION
      ? { ...entry, ...change, interaction: { ...entry.interaction, window } }
      : entry,
  );
  const view = sampleView({ interactions });
  return {
    view: { ...view, responseHabits: habits, options: { ...view.options, ...options } },
    ...{ transcripts, responses: [...responses, catalogue], templates: { jungle: templates } },
  };
}

async function open(page: Page): Promise<void> {
  await page.getByRole('option', { name: 'Akela Raksha' }).click();
  await page.getByRole('log', { name: 'Transcript' }).waitFor();
}

async function panel(page: Page): Promise<void> {
  await open(page);
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('treegrid').waitFor();
}

const chosen = (name: string) => async (page: Page) => {
  await panel(page);
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('row', { name }).click();
};

async function inserted(page: Page): Promise<void> {
  await chosen('Parcel is on its way')(page);
  await page.getByRole('button', { name: 'Insert' }).click();
}

async function missing(page: Page): Promise<void> {
  await inserted(page);
  await page.getByRole('searchbox').fill('late');
  await page.getByRole('row', { name: 'Parcel is late' }).dblclick();
}

async function completing(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('textbox', { name: 'Message' }).pressSequentially('Dear Akela, /h');
}

const write = (text: string) => async (page: Page) => {
  await open(page);
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
};

const flat = 'Your parcel is on its way.\nIt comes on *Thursday*,\tbefore noon.';
const closed = -5 * MINUTE;
const large = { 'gui.text-size': '200' } as const;

/** Pictures of the standard responses and of each way the composer can be. */
export const responseScenes: Readonly<Record<string, Scene>> = {
  responses: { data: desk(), act: panel },
  'responses-chosen': { data: desk(), act: chosen('Parcel is on its way') },
  'responses-search': {
    data: desk(),
    act: async (page) => {
      await panel(page);
      await page.getByRole('searchbox').fill('par');
    },
  },
  'responses-notification': { data: desk(), act: chosen('Catalogue of the season') },
  'responses-interactive': { data: desk(), act: chosen('Is it solved?') },
  'responses-faulty': { data: desk(), act: chosen('Parcel is late') },
  'responses-none': {
    data: desk(),
    act: async (page) => {
      await chosen('Parcel is late')(page);
      await page.getByRole('searchbox').fill('zzz');
      await page.getByText('Nothing found').waitFor();
    },
  },
  'responses-inserted': { data: desk(), act: inserted },
  'responses-missing': { data: desk(), act: missing },
  'responses-completion': { data: desk(), act: completing },
  'responses-large': { data: desk(large), act: chosen('Parcel is on its way') },
  'responses-completion-large': { data: desk(large), act: completing },
  'mode-closing': { data: desk({}, 23 * MINUTE), act: open },
  'mode-automatic': { data: desk(wanted, closed), act: write(flat) },
  'mode-automatic-long': { data: desk(wanted, closed), act: write('Your parcel is on its way. '.repeat(60)) },
  'mode-automatic-codes': {
    data: desk(wanted, closed),
    act: write('Your order $AttachedData.OrderNumber$ has left, dear $Contact.FirstName$.'),
  },
  'mode-automatic-empty': { data: desk(wanted, closed), act: open },
  'mode-automatic-large': { data: desk({ ...wanted, ...large }, closed), act: write(flat) },
  'mode-mismatch': {
    data: desk({ ...wanted, 'whatsappsession.default-notification-language': 'de' }, closed),
    act: open,
  },
  'mode-notification': { data: desk({}, closed), act: open },
  'mode-notification-words': { data: desk({}, closed, { draft: 'Your parcel is on its way.' }), act: open },
  'mode-notification-large': { data: desk(large, closed), act: open },
};
