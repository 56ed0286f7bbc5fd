import type { Page } from '@playwright/test';
import type { Consent } from '#shared/domain/consent.ts';
import type { Message } from '#shared/domain/message.ts';
import type { SystemNote } from '#shared/domain/system-note.ts';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import { akela, busyDesk, transcripts } from './sample-desk.ts';
import { HOUR, MINUTE, NOW, sampleContact, sampleInteraction, sampleMessage, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';
import { templateList } from './template-samples.ts';

const DAY = 24 * HOUR;
const small = { width: 1024, height: 640 } as const;

const agreed: Consent = {
  channel: 'jungle',
  optIn: { at: NOW - 90 * DAY, proof: 'Form of 21 August, signed at the counter', by: 'hathi' },
  optOut: null,
};
const noMarketing: Consent = {
  channel: 'river',
  optIn: { at: NOW - 90 * DAY, proof: 'Order JC-20418', by: 'kaa' },
  optOut: { at: NOW - 3 * DAY, scope: 'marketing', source: 'user-preferences' },
};

const jungle: ChannelChoice = {
  channel: 'jungle',
  displayName: 'Jungle support',
  window: { opensAt: NOW - 3 * HOUR, closesAt: NOW + 21 * HOUR, why: 'customer-message' },
  consent: agreed,
  open: null,
  refusal: null,
};
const river: ChannelChoice = {
  channel: 'river',
  displayName: 'River orders',
  window: null,
  consent: noMarketing,
  open: null,
  refusal: null,
};
const held: ChannelChoice = {
  ...river,
  open: { interactionId: 'elsewhere', agent: 'hathi' },
  refusal: {
    code: 'session-open',
    message:
      'A session with this contact on River orders is open already: it is in the hands of Hathi Elephant. No other one can be begun.',
    retryable: false,
  },
};
const unasked: ChannelChoice = {
  ...jungle,
  window: null,
  consent: null,
  refusal: {
    code: 'consent-missing',
    message:
      'No consent of the customer is recorded, and this channel asks for it. Record the consent with its proof at the contact first.',
    retryable: false,
  },
};

const people = [
  sampleContact({ name: 'Bagheera Panther', phone: '+1 614 555 0188' }),
  sampleContact({ name: 'Raksha of the Seeonee hills, mother of the pack', phone: '+1 614 555 0171' }),
  sampleContact({ name: 'رکشا', phone: '+92 300 5550171' }),
];

const BEGUN = 'begun-by-us';
const told = (note: SystemNote, ago: number): Message =>
  sampleMessage({
    interactionId: BEGUN,
    direction: 'system',
    kind: 'system',
    text: note.code,
    interactive: note,
    arrivalTime: NOW - ago,
  });

const begun = sampleInteraction({
  id: BEGUN,
  contact: sampleContact({ name: 'Bagheera Panther', phone: '+1 614 555 0188' }),
  last: { direction: 'out', kind: 'text', text: 'Your parcel is here. Shall we keep it for you?', at: NOW - 26 * HOUR },
  interaction: { direction: 'out', disposition: 'Initiated', window: null, queue: null, createdAt: NOW - 26 * HOUR },
});

const notes: readonly Message[] = [
  sampleMessage({
    interactionId: BEGUN,
    direction: 'out',
    text: 'Your parcel is here. Shall we keep it for you?',
    arrivalTime: NOW - 26 * HOUR,
    status: 'delivered',
  }),
  told({ type: 'system-note', code: 'no-answer', since: NOW - 26 * HOUR }, 2 * HOUR),
  told({ type: 'system-note', code: 'window-closed', closedAt: NOW - 90 * MINUTE }, 90 * MINUTE),
  told({ type: 'system-note', code: 'opted-out', scope: 'all', source: 'stop-word' }, HOUR),
  told({ type: 'system-note', code: 'opted-in', source: 'agent' }, 30 * MINUTE),
];

function desk(choices: readonly ChannelChoice[], options: Readonly<Record<string, string>> = {}): Scene['data'] {
  const contact = { ...akela, consents: [agreed, noMarketing] };
  const interactions = busyDesk.map((entry) => (entry.contact.id === akela.id ? { ...entry, contact } : entry));
  const view = sampleView({ interactions: [...interactions, begun] });
  return {
    view: { ...view, options: { ...view.options, ...options } },
    transcripts: { ...transcripts, [BEGUN]: notes },
    contacts: people,
    choices,
    templates: { jungle: templateList, river: { ...templateList, channel: 'river' } },
  };
}

const opened = (name: string) => async (page: Page) => {
  await page.getByRole('option', { name }).click();
  await page.getByRole('log').waitFor();
};

/** From the open interaction, by its keys in the header. */
async function begin(page: Page): Promise<void> {
  await opened('Akela Raksha')(page);
  await page
    .getByRole('button', { name: /^(New session|Neue Sitzung)$/ })
    .first()
    .click();
  await page.getByRole('radio').first().waitFor();
}

async function written(page: Page): Promise<void> {
  await begin(page);
  await page.getByRole('textbox', { name: 'First message' }).fill('Hello Akela, your parcel leaves today.');
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('searchbox').last().fill('rak');
  await page.getByRole('listbox', { name: /Contacts found|Gefundene/ }).waitFor();
  await page.keyboard.press('ArrowDown');
}

async function record(page: Page): Promise<void> {
  await begin(page);
  await page.getByRole('button', { name: /Record consent|Einwilligung festhalten/ }).click();
  await page.getByRole('textbox', { name: /Proof|Nachweis/ }).waitFor();
}

const large = { 'gui.text-size': '200' };
const german = { 'gui.language': 'de' };

/** Pictures of sessions the business begins (WA-9). */
export const sessionScenes: Readonly<Record<string, Scene>> = {
  'new-session': { data: desk([jungle, river]), act: written },
  'new-session-closed': { data: desk([{ ...river, consent: null }]), act: begin },
  'new-session-one-closed': { data: desk([{ ...jungle, window: null }]), act: begin },
  'new-session-opted-out': {
    data: desk([
      {
        ...jungle,
        consent: { ...agreed, optOut: { at: NOW - 2 * HOUR, scope: 'all', source: 'stop-word' } },
        refusal: { code: 'opted-out', message: 'The customer asked not to be written to.', retryable: false },
      },
    ]),
    act: begin,
  },
  'new-session-no-number': {
    data: { ...desk([river]), contacts: [] },
    act: async (page) => {
      await page.keyboard.press('Control+Shift+S');
      await page.keyboard.type('+1 555 abc');
      await page.waitForTimeout(500);
    },
  },
  'new-session-held': { data: desk([held, unasked]), act: begin },
  'new-session-mine': {
    data: desk([{ ...jungle, open: { interactionId: 'akela', agent: 'kaa' } }, river]),
    act: begin,
  },
  'new-session-search': { data: desk([jungle]), act: search },
  'new-session-number': {
    data: desk([unasked]),
    act: async (page) => {
      await search(page);
      await page.getByRole('searchbox').last().fill('+49 1555 0000001');
      await page.getByRole('option', { name: /15550000001/ }).click();
      await page.getByRole('radio').first().waitFor();
    },
  },
  'new-session-stranger': {
    data: { ...desk([river]), contacts: [] },
    act: async (page) => {
      await page.keyboard.press('Control+Shift+S');
      await page.keyboard.type('+49 1555 000-0001');
      await page.waitForTimeout(500);
    },
  },
  'new-session-forbidden': {
    data: (() => {
      const data = desk([jungle]);
      const privileges = ['InteractionWorkspace.WhatsApp.canUse', 'InteractionWorkspace.Contact.canUse'];
      return { ...data, view: { ...data.view, session: { ...data.view.session, privileges } } };
    })(),
    act: async (page) => {
      await search(page);
      await page.getByRole('option', { name: 'Bagheera Panther' }).last().click();
      await page.getByText('canStartOutbound').waitFor();
    },
  },
  'new-session-offline': {
    data: {
      ...desk([]),
      refusals: {
        'session.choices': {
          code: 'not-connected',
          message: 'There is no connection to the messaging server just now. Try again when the desk is connected.',
          retryable: true,
        },
      },
    },
    act: async (page) => {
      await opened('Akela Raksha')(page);
      await page.getByRole('button', { name: 'New session' }).first().click();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  'new-session-editor': {
    data: desk([{ ...river, consent: null }]),
    act: async (page) => {
      await begin(page);
      await page.getByRole('button', { name: 'Choose a notification' }).click();
      await page.getByRole('option', { name: /appointment_reminder/ }).click();
    },
  },
  'new-session-german': { data: desk([held, jungle], german), size: small, act: begin },
  'new-session-200': { data: desk([jungle, river], { ...large, ...german }), size: small, act: begin },
  'consent-record': { data: desk([unasked]), act: record },
  'consent-record-200': { data: desk([unasked], { ...large, ...german }), size: small, act: record },
  'session-notes': { data: desk([]), act: opened('Bagheera Panther') },
  'session-notes-german': { data: desk([], german), size: small, act: opened('Bagheera Panther') },
  'session-notes-200': { data: desk([], large), act: opened('Bagheera Panther') },
};
