import type { Page } from '@playwright/test';
import type { Message } from '#shared/domain/message.ts';
import type { InteractionView } from '#shared/ipc/view.ts';
import { CONVERSATION, kinds, longConversation, states, texts } from './conversation-samples.ts';
import { akelaTranscript, busyDesk } from './sample-desk.ts';
import { HOUR, MINUTE, NOW, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';

const small = { width: 1024, height: 640 } as const;

/** The sample desk with one conversation changed. */
function scene(messages: readonly Message[], change: Partial<InteractionView> = {}, options = {}): Scene['data'] {
  const interactions = busyDesk.map((entry) =>
    entry.interaction.id === CONVERSATION
      ? { ...entry, ...change, interaction: { ...entry.interaction, ...change.interaction } }
      : entry,
  );
  return {
    view: { ...sampleView({ interactions }), options: { ...sampleView().options, ...options } },
    transcripts: { [CONVERSATION]: messages },
  };
}

const akela = busyDesk.find(({ interaction }) => interaction.id === CONVERSATION)?.interaction;

/** The interaction with `left` ms of its service window. */
function windowLeft(left: number): Partial<InteractionView> {
  const window = { opensAt: NOW + left - 24 * HOUR, closesAt: NOW + left, why: 'customer-message' as const };
  return akela ? { interaction: { ...akela, window } } : {};
}

const open = (page: Page) => page.getByRole('option', { name: 'Akela Raksha' }).click();

function opened(act: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await open(page);
    await act(page);
  };
}

const toTop = opened(async (page) => {
  await page.getByRole('article').last().waitFor();
  await page.waitForTimeout(200);
  await page.getByRole('log').evaluate((log) => log.scrollTo(0, 0));
});
const write = (text: string) => opened((page) => page.getByRole('textbox', { name: 'Message' }).fill(text));

/** Pictures of the conversation. */
export const conversationScenes: Readonly<Record<string, Scene>> = {
  'conversation-texts': { data: scene(texts), act: toTop },
  'conversation-texts-end': { data: scene(texts), act: open },
  'conversation-kinds': { data: scene(kinds), act: toTop },
  'conversation-kinds-end': { data: scene(kinds), act: open },
  'conversation-states': { data: scene(states, windowLeft(3 * HOUR)), act: open },
  'conversation-long': { data: scene(longConversation(500)), act: open },
  'conversation-small': { data: scene(longConversation(500)), act: open, size: small },
  'conversation-closed': { data: scene(akelaTranscript, windowLeft(-5 * MINUTE)), act: open },
  'conversation-empty': { data: scene([]), act: open },
  'conversation-stale': { data: scene(akelaTranscript, { stale: true }), act: open },
  'conversation-over': {
    data: scene(akelaTranscript, {}, { 'whatsappsession.max-text-message-size': '60' }),
    act: write('This text is certainly longer than the sixty bytes that are allowed here.'),
  },
  'conversation-writing': {
    data: scene(akelaTranscript),
    act: write('Dear Akela,\n\nthe way is in the map:\n1. left\n2. right'),
  },
  'conversation-panel': {
    data: scene(akelaTranscript),
    size: small,
    act: opened((page) => page.getByRole('button', { name: 'Show customer and case' }).click()),
  },
  'conversation-done': {
    data: scene(akelaTranscript),
    act: opened((page) => page.getByRole('button', { name: 'Mark done' }).click()),
  },
};
