import type { Page } from '@playwright/test';
import type { DeskView } from '#shared/ipc/view.ts';
import { conversationScenes } from './conversation-scenes.ts';
import { lookScenes } from './look-scenes.ts';
import { notificationScenes } from './notification-scenes.ts';
import { optionScenes } from './option-scenes.ts';
import { responseScenes } from './response-scenes.ts';
import { busyDesk, fullDesk, transcripts, twoOffers } from './sample-desk.ts';
import { NOW, SECOND, sampleView } from './samples.ts';
import type { Scene } from './scene.ts';
import { sessionScenes } from './session-scenes.ts';
import { settingsScenes } from './settings-scenes.ts';
import { structuredScenes } from './structured-scenes.ts';
import { workScenes } from './work-scenes.ts';

const trialAgents = [
  { name: 'kaa', displayName: 'Kaa Python', groups: ['Support'], password: 'x' },
  { name: 'hathi', displayName: 'Hathi Elephant', groups: ['Support', 'Orders'], password: 'x' },
  { name: 'mowgli', displayName: 'Mowgli', groups: ['Team leads'], password: 'x' },
];

function signedOut(trial: boolean, connection: Partial<DeskView['connection']> = {}): DeskView {
  const view = sampleView();
  return {
    ...view,
    session: { ...view.session, phase: 'signed-out', agent: null, status: null, trial },
    connection: { ...view.connection, state: 'signed-out', ...connection },
    plugins: [],
  };
}

function locked(): DeskView {
  const view = sampleView();
  return { ...view, session: { ...view.session, locked: 'inactivity' } };
}

function withState(state: 'ready' | 'not-ready' | 'after-work', reason = '', rest: Partial<DeskView> = {}): DeskView {
  const view = sampleView(rest);
  const { session } = view;
  return { ...view, session: { ...session, status: session.status && { ...session.status, state, reason } } };
}

const option = (name: string) => (page: Page) => page.getByRole('option', { name }).click();

const small = { width: 1024, height: 640 } as const;
const toast = { page: 'toast', size: { width: 380, height: 420 } } as const;

const lost = {
  code: 'connection-lost',
  message: 'The messaging server at desk.jungle.example does not answer.',
  retryable: true,
};

export const scenes: Readonly<Record<string, Scene>> = {
  ...conversationScenes,
  ...notificationScenes,
  ...responseScenes,
  ...sessionScenes,
  ...settingsScenes,
  ...structuredScenes,
  ...optionScenes,
  ...workScenes,
  ...lookScenes,
  login: { data: { view: signedOut(false) } },
  'login-place': {
    data: {
      view: {
        ...signedOut(false),
        session: { ...signedOut(false).session, place: 'Branch Waingunga, desk 7' },
        options: { ...sampleView().options, 'login.prompt-place': 'true' },
      },
    },
  },
  'agent-menu-place': {
    data: { view: { ...sampleView(), session: { ...sampleView().session, place: 'Branch Waingunga, desk 7' } } },
    act: (page) => page.getByRole('button', { name: 'Agent menu' }).click(),
  },
  'login-wrong': {
    data: {
      view: signedOut(false),
      refusals: {
        'session.log-in': {
          code: 'login-failed',
          message: 'User name or password is wrong. Check both and try again.',
          retryable: false,
        },
      },
    },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'User' }).fill('kaa');
      await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByText('User name or password is wrong').waitFor();
    },
  },
  'login-busy': {
    data: { view: signedOut(false), silent: ['session.log-in'] },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'User' }).fill('kaa');
      await page.keyboard.press('Enter');
    },
  },
  'login-offline': {
    data: { view: signedOut(false, { state: 'offline', error: lost, retryAt: NOW + 12 * SECOND }) },
  },
  'locked-wrong': {
    data: {
      view: locked(),
      refusals: {
        'session.unlock': {
          code: 'password-wrong',
          message: 'The password is wrong. Check it and try again.',
          retryable: false,
        },
      },
    },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByText('The password is wrong').waitFor();
    },
  },
  'login-trial': { data: { view: signedOut(true), trialAgents } },
  'login-trial-small': { data: { view: signedOut(true), trialAgents }, size: small },
  'login-trial-waiting': { data: { view: signedOut(true), silent: ['session.trial-agents'] } },
  empty: { data: { view: sampleView() } },
  'empty-not-ready': { data: { view: withState('not-ready', 'lunch') } },
  busy: { data: { view: sampleView({ interactions: [...busyDesk] }), transcripts } },
  'busy-open': {
    data: { view: sampleView({ interactions: [...busyDesk] }), transcripts },
    act: option('Akela Raksha'),
  },
  'busy-offers': {
    data: { view: sampleView({ interactions: [...busyDesk, ...twoOffers] }), transcripts },
    act: option('Akela Raksha'),
  },
  'busy-small': {
    data: { view: sampleView({ interactions: [...busyDesk] }), transcripts },
    size: small,
    act: option('Akela Raksha'),
  },
  'busy-200': {
    data: {
      view: sampleView({
        interactions: [...busyDesk],
        options: { 'gui.theme': 'Default', 'gui.text-size': '200', 'gui.language': 'en' },
      }),
      transcripts,
    },
    act: option('Akela Raksha'),
  },
  'busy-reduced-motion': {
    data: { view: sampleView({ interactions: [...busyDesk] }), transcripts },
    reducedMotion: true,
  },
  'busy-forced-colors': {
    data: { view: sampleView({ interactions: [...busyDesk, ...twoOffers] }), transcripts },
    forcedColors: true,
    act: option('Akela Raksha'),
  },
  'key-hints': {
    data: { view: sampleView({ interactions: [...busyDesk] }) },
    act: async (page) => {
      await page.keyboard.down('Control');
      await page.waitForTimeout(500);
    },
  },
  'toast-200': {
    ...toast,
    size: { width: 760, height: 860 },
    data: {
      view: sampleView({
        interactions: [...twoOffers],
        options: { 'gui.theme': 'Default', 'gui.text-size': '200', 'gui.language': 'de' },
      }),
    },
  },
  'login-trial-200': {
    data: {
      view: { ...signedOut(true), options: { 'gui.theme': 'Default', 'gui.text-size': '200', 'gui.language': 'de' } },
      trialAgents,
    },
    size: small,
  },
  full: { data: { view: sampleView({ interactions: [...fullDesk] }) } },
  german: {
    data: {
      view: sampleView({
        interactions: [...busyDesk, ...twoOffers],
        options: { 'gui.theme': 'Default', 'gui.text-size': '100', 'gui.language': 'de' },
      }),
      transcripts,
    },
  },
  'state-menu': {
    data: { view: sampleView({ interactions: [...busyDesk] }) },
    act: (page) => page.getByRole('button', { name: 'Agent state' }).click(),
  },
  'connection-offline': {
    data: {
      view: sampleView({
        interactions: [...busyDesk],
        connection: { ...sampleView().connection, state: 'offline', error: lost, queuedSends: 2 },
      }),
      transcripts,
    },
    act: (page) => page.getByRole('button', { name: /^Connection/ }).click(),
  },
  reconnecting: {
    data: {
      view: sampleView({
        connection: { ...sampleView().connection, state: 'reconnecting', error: lost, retryAt: NOW + 8 * SECOND },
      }),
    },
  },
  restoring: {
    data: {
      view: {
        ...sampleView({ interactions: [...busyDesk] }),
        session: { ...sampleView().session, phase: 'restoring', status: null },
        connection: { ...sampleView().connection, state: 'connecting' },
        plugins: [],
      },
    },
  },
  notices: {
    data: {
      view: sampleView({
        interactions: [...busyDesk],
        notices: [
          {
            id: 'options',
            severity: 'warning',
            code: 'options-wrong',
            message:
              'The option files were changed but hold an error (application.ini, line 3): the last good ones stay in force. Your administrator has been told.',
            at: NOW,
          },
          {
            id: 'cache',
            severity: 'error',
            code: 'cache-corrupt',
            message: 'The local transcript cache was damaged. It was set aside and is being filled from the server.',
            at: NOW,
          },
          { id: 'update', severity: 'info', code: 'update', message: 'Version 0.2.0 installs when you quit.', at: NOW },
          { id: 'other', severity: 'info', code: 'other', message: 'Preferences were taken over.', at: NOW - 1 },
        ],
      }),
      transcripts,
    },
  },
  'notice-words': {
    data: {
      view: sampleView({
        interactions: [...busyDesk],
        notices: [
          {
            id: 'send-failed:1',
            severity: 'error',
            code: 'send-failed',
            message:
              'Your message “Welcome and congratulations!! This message demonstrates your…” was not sent: This interaction is not in your hands. It may have gone to somebody else.',
            at: NOW,
            words:
              'Welcome and congratulations!! This message demonstrates your ability to send a message notification.\n\nThank you for taking the time to test with us.',
          },
          {
            id: 'send-failed:2',
            severity: 'error',
            code: 'send-failed',
            message: 'Your message “written without line” was not sent: This interaction is not in your hands.',
            at: NOW,
            words: 'written without line',
          },
        ],
      }),
      transcripts,
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Show whole text' }).click();
    },
  },
  'plugin-missing': {
    data: {
      view: sampleView({
        interactions: [...busyDesk],
        plugins: [
          {
            id: 'com.replydesk.whatsapp',
            displayName: 'WhatsApp',
            version: '0.1.0',
            state: 'failed',
            reasons: ['It ended three times in ten minutes and stays off.'],
            startedIn: null,
          },
        ],
      }),
      transcripts,
    },
  },
  'log-out': {
    data: { view: sampleView({ interactions: [...busyDesk] }) },
    act: async (page) => {
      await page.getByRole('button', { name: 'Agent state' }).click();
      await page.getByRole('menuitem', { name: 'Log out' }).click();
    },
  },
  toast: { ...toast, data: { view: sampleView({ interactions: [twoOffers[0]].flatMap((x) => x ?? []) }) } },
  'toast-two': { ...toast, data: { view: sampleView({ interactions: [...twoOffers] }) } },
  'toast-ended': {
    ...toast,
    data: { view: sampleView({ interactions: [...twoOffers] }) },
    act: (page) =>
      page.evaluate(() => window.harness?.push({ type: 'interaction-removed', interactionId: 'bagheera' })),
  },
};
