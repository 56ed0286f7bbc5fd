import type { Page } from '@playwright/test';
import type { Message } from '#shared/domain/message.ts';
import type { OptionsView } from '#shared/ipc/view.ts';
import { CONVERSATION, states } from './conversation-samples.ts';
import { akelaTranscript, busyDesk, twoOffers } from './sample-desk.ts';
import { MINUTE, NOW, sampleMessage, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';

const row = (value: string, displayName: string) => ({
  value,
  displayName,
  searchable: false,
  sortable: false,
  editable: true,
});

const attached = {
  Subject: 'Appointment',
  Order: 'JC-20418',
  Account: 'Gold, since 2019',
  Address: '12 Banyan Street, behind the station, second courtyard, third bell from the left',
  Language: 'English',
  Branch: 'Seeonee Hills',
  Agreement: 'A-77',
  _umsChannel: 'jungle',
  IW_OverrideOptions: 'vip',
};

const rows = [
  row('Order', 'Order number'),
  row('Account', 'Customer since'),
  row('Address', 'Address'),
  row('Branch', 'Branch'),
  row('Missing', 'Not known'),
  row('Language', 'Language'),
  row('Agreement', 'Agreement'),
  row('Subject', 'Reason'),
];

function view(options: OptionsView, interactions = busyDesk) {
  const sample = sampleView();
  const { session } = sample;
  const businessAttributes = {
    CaseData: rows,
    ContactAttribute: [row('EmailAddress', 'Mail'), row('Language', 'Speaks')],
  };
  return {
    ...sample,
    session: { ...session, directory: { ...session.directory, businessAttributes } },
    interactions: interactions.map((entry) => ({
      ...entry,
      interaction: { ...entry.interaction, attachedData: attached },
    })),
    options: { ...sample.options, ...options },
  };
}

const system: Message = sampleMessage({
  interactionId: CONVERSATION,
  direction: 'system',
  kind: 'system',
  arrivalTime: NOW - 7 * MINUTE,
  text: 'Akela Raksha changed their number.',
});
const open = (page: Page) => page.getByRole('option', { name: 'Akela Raksha' }).click();
const FORMAT = { 'interaction.case-data.format-business-attribute': 'CaseData' };

/** What option files make of the pages. */
export const optionScenes: Readonly<Record<string, Scene>> = {
  'option-case-data': {
    data: {
      view: view({
        ...FORMAT,
        'interaction.case-data.order': 'Subject',
        'interaction.case-data.frame-color': '#e8b000',
        'contact.displayed-attributes': 'Language,EmailAddress,FirstName',
        'display-format.case-name-format': 'Order $AttachedData.Order$',
      }),
      transcripts: { [CONVERSATION]: akelaTranscript },
    },
    act: open,
  },
  'option-colours': {
    data: {
      view: view({
        'whatsappsession.text-size': '18',
        'whatsappsession.color.client': '#1d3fbb',
        'whatsappsession.color.agent': '#7a3db8',
        'whatsappsession.color.system': '#e0a000',
        'whatsappsession.color.error': '#d06020',
      }),
      transcripts: { [CONVERSATION]: [system, ...akelaTranscript.slice(2), ...states.slice(8)] },
    },
    act: open,
  },
  'option-blinking': { data: { view: view({ 'whatsappsession.new-message-blinking': 'true' }) }, reducedMotion: true },
  'option-done': {
    data: {
      view: {
        ...view({ 'whatsappsession.prompt-for-done': 'true' }),
        session: { ...sampleView().session, directory: { ...sampleView().session.directory, dispositions: [] } },
      },
      transcripts: { [CONVERSATION]: akelaTranscript },
    },
    act: async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Mark done' }).click();
    },
  },
  'option-toast': {
    page: 'toast',
    size: { width: 380, height: 520 },
    data: {
      view: view(
        {
          'toast.case-data.format-business-attribute': 'CaseData',
          'whatsappsession.auto-answer': 'true',
          'whatsappsession.auto-answer.timer': '14',
        },
        twoOffers.slice(0, 1),
      ),
    },
  },
};
