import type { Page } from '@playwright/test';
import type { InteractionView } from '#shared/ipc/view.ts';
import { CONVERSATION, kinds, longConversation, richConversation, states } from './conversation-samples.ts';
import { akelaTranscript, busyDesk, transcripts, twoOffers } from './sample-desk.ts';
import { HOUR, NOW, sampleContact, sampleInteraction, sampleMessage, sampleOffer, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';

const small = { width: 1024, height: 640 } as const;
const size = (percent: number) => ({ 'gui.text-size': String(percent) });

interface Given {
  readonly interactions?: readonly InteractionView[];
  readonly options?: Readonly<Record<string, string>>;
  readonly messages?: Scene['data']['transcripts'];
}

function desk({ interactions = busyDesk, options = {}, messages }: Given = {}): Scene['data'] {
  const view = sampleView({ interactions: [...interactions] });
  const shown = messages ?? { ...transcripts, [CONVERSATION]: richConversation };
  return { view: { ...view, options: { ...view.options, ...options } }, transcripts: shown };
}

const open = (page: Page) => page.getByRole('option', { name: 'Akela Raksha' }).click();

const akela = busyDesk.find(({ interaction }) => interaction.id === CONVERSATION);

/** Two finished sessions of the customer, on two channels. */
const sessions = (['river', 'jungle'] as const).map((channel, index) => {
  const createdAt = NOW - (index + 1) * 51 * HOUR;
  const id = `before-${index}`;
  const { interaction } = sampleInteraction({
    id,
    contact: akela?.contact ?? sampleContact({ name: 'Akela Raksha' }),
    interaction: { channel, createdAt, lastAgent: 'hathi', stage: 'done', dispositionCode: 'resolved' },
  });
  const texts = ['Is the blue saddle back in stock?', 'Yes, since this morning. Shall I put *one* aside for you?'];
  const messages = texts.map((text, place) => {
    const arrivalTime = createdAt + place * 90_000;
    const hathi = { type: 'agent', id: 'hathi', name: 'Hathi Elephant' } as const;
    const from = place === 0 ? {} : ({ direction: 'out', sender: hathi } as const);
    return sampleMessage({ interactionId: id, text, arrivalTime, ...from });
  });
  return { interaction, messages, hasOlder: false };
});

const seeOlder = async (page: Page) => {
  await open(page);
  await page.getByRole('button', { name: 'See older messages' }).click();
  await page.waitForTimeout(300);
  await page.getByRole('log').evaluate((log) => log.scrollTo(0, 0));
  await page.getByText('Is the blue saddle').first().waitFor();
};

const hits = akelaTranscript.slice(2, 4).map((message) => ({
  message,
  session: { createdAt: NOW - HOUR, id: CONVERSATION },
  excerpt: message.text.replace(/(you)/u, '\u0002$1\u0003'),
}));

const search = async (page: Page) => {
  await open(page);
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox').fill('you');
  await page.getByRole('status').getByText('1 of 2').waitFor();
};

const arrival = async (page: Page) => {
  await open(page);
  await page.getByRole('article').last().waitFor();
  await page.getByRole('log').evaluate((log) => log.scrollBy(0, -900));
  await page.waitForTimeout(200);
  const messages = [1, 2].map((count) =>
    sampleMessage({ interactionId: CONVERSATION, text: `And one more, ${count}` }),
  );
  await page.evaluate((came) => {
    for (const message of came) window.harness?.push({ type: 'message', message });
  }, messages);
};

const longNames = busyDesk.map((entry) =>
  entry.interaction.id === CONVERSATION
    ? { ...entry, contact: { ...entry.contact, displayName: 'Akela Raksha '.repeat(25).trim() } }
    : entry,
);

const third = sampleOffer({
  id: 'phao',
  contact: sampleContact({ id: 'contact-of-phao', name: 'Phao Boar '.repeat(30).trim() }),
  last: { text: 'https://jungle.example/orders/2026/11/19/JC-20418?with=a-very-long-query-that-never-ends-at-all' },
  left: 27,
  waited: 3,
});

const poppedOut = (options: Given['options'] = {}): Scene => ({
  page: 'interaction',
  query: `?interaction=${CONVERSATION}`,
  size: { width: 720, height: 720 },
  data: desk({ options }),
});

const locked: Scene['data'] = {
  view: sampleView({ session: { ...sampleView().session, locked: 'inactivity' } }),
};

const largeDesk = desk({ options: size(200) });
/** Everything the top bar can have to say, at large text. */
const away: Scene['data'] = {
  ...largeDesk,
  view: {
    ...largeDesk.view,
    session: { ...largeDesk.view.session, trial: true },
    connection: { ...largeDesk.view.connection, state: 'reconnecting', retryAt: NOW + 12_000, queuedSends: 2 },
  },
};

/** Pictures for judging how things look: real words, their extremes, and both ends of the text size. */
export const lookScenes: Readonly<Record<string, Scene>> = {
  'look-rich': { data: desk(), act: open },
  'look-rich-200': { data: desk({ options: size(200) }), act: open },
  'look-rich-200-small': { data: desk({ options: size(200) }), act: open, size: small },
  'look-away-200-small': { data: away, act: open, size: small },
  'look-rich-150-small': { data: desk({ options: size(150) }), act: open, size: small },
  'look-rich-80': { data: desk({ options: size(80) }), act: open },
  'look-states-80': { data: desk({ options: size(80), messages: { [CONVERSATION]: states } }), act: open },
  'look-kinds-200': { data: desk({ options: size(200), messages: { [CONVERSATION]: kinds } }), act: open },
  'look-names': { data: desk({ interactions: longNames }), act: open },
  'look-names-small': { data: desk({ interactions: longNames }), act: open, size: small },
  'look-earlier': { data: { ...desk(), earlier: { [CONVERSATION]: sessions } }, act: seeOlder },
  'look-search': { data: { ...desk({ messages: transcripts }), hits }, act: search },
  'look-search-none': {
    data: desk(),
    act: async (page) => {
      await open(page);
      await page.keyboard.press('Control+f');
      await page.getByRole('searchbox').fill('xyzzy');
    },
  },
  'look-new-messages': {
    data: desk({
      messages: { [CONVERSATION]: longConversation(60) },
      options: { 'whatsappsession.focus-on-new-messages': 'false' },
    }),
    act: arrival,
  },
  'look-popped-out': poppedOut(),
  'look-popped-out-200': poppedOut(size(200)),
  'look-popped-out-palette': {
    ...poppedOut(),
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Message' }).focus();
      await page.keyboard.press('Control+k');
    },
  },
  'look-elsewhere': {
    data: { ...desk(), view: { ...desk().view, poppedOut: [CONVERSATION] } },
    act: open,
  },
  'look-toast-three': {
    page: 'toast',
    size: { width: 380, height: 620 },
    data: { view: sampleView({ interactions: [...twoOffers, third] }) },
  },
  'look-locked': { data: locked },
  'look-palette-long': {
    data: desk({ interactions: longNames }),
    act: async (page) => {
      await open(page);
      await page.keyboard.press('Control+k');
    },
  },
};
