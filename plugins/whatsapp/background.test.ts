import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/clock.ts';
import { disposable } from '#shared/disposable.ts';
import type { BackgroundContext, CommandStep, MediaTypeTraits, StepContext } from '#shared/plugin-api/background.ts';
import type { Interaction } from '#shared/plugin-api/domain.ts';
import { plugin } from './background.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 0, 0);

const interaction: Interaction = {
  id: 'interaction-1',
  seq: 3,
  mediaType: 'whatsappsession',
  channel: 'jungle',
  contactId: 'contact-1',
  direction: 'in',
  stage: 'assigned',
  queue: null,
  agent: 'kaa',
  lastAgent: 'kaa',
  offer: null,
  createdAt: NOW,
  queuedAt: NOW,
  assignedAt: NOW,
  doneAt: null,
  disposition: 'Waiting',
  dispositionCode: null,
  note: null,
  attachedData: {},
  window: { opensAt: NOW, closesAt: NOW + 60_000, why: 'customer-message' },
  pendingSince: NOW,
  unanswered: 1,
  messageCount: 1,
  lastMessage: null,
};

interface Inserted {
  readonly command: string;
  readonly place: unknown;
  readonly step: CommandStep;
}

/** The plug-in as the host starts it, with what it registered. */
async function start(maxTextSize = '4096', readMarks = '') {
  const mediaTypes: string[] = [];
  const traits: MediaTypeTraits[] = [];
  const steps: Inserted[] = [];
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const context: BackgroundContext = {
    pluginId: 'com.replydesk.whatsapp',
    options: {
      get(name) {
        if (name === 'whatsappsession.read-marks') return readMarks;
        return name === 'whatsappsession.max-text-message-size' ? maxTextSize : '';
      },
    },
    commands: {
      insertStep: (command, place, step) => {
        steps.push({ command, place, step });
        return disposable(() => {});
      },
    },
    mediaTypes: {
      register: (mediaType, can = {}) => {
        mediaTypes.push(mediaType);
        traits.push(can);
        return disposable(() => {});
      },
    },
    log,
    clock: new ManualClock(NOW),
  };
  await plugin.activate(context);
  const run = async (id: string, params: unknown, change: Partial<StepContext> = {}) =>
    steps
      .find(({ step }) => step.id === id)
      ?.step.run(params, { interaction, contact: undefined, template: () => undefined, now: NOW, ...change });
  return { mediaTypes, traits, steps, run };
}

const send = (text: string) => ({ interactionId: interaction.id, content: { kind: 'text', text } });

describe('the WhatsApp plug-in', () => {
  it('registers its medium, and its steps before the message goes into the outbox', async () => {
    const { mediaTypes, steps } = await start();
    expect(mediaTypes).toEqual(['whatsappsession']);
    expect(steps.map(({ command, place, step }) => [command, place, step.id, step.mediaTypes])).toEqual([
      ['interaction.send', { before: 'enqueue' }, 'check-length', ['whatsappsession']],
      ['interaction.send', { before: 'enqueue' }, 'check-window', ['whatsappsession']],
    ]);
  });

  it.each([
    ['', 'on-view'],
    ['on-view', 'on-view'],
    ['on-accept', 'on-accept'],
    ['never', 'never'],
  ])('marks as read by its option: "%s" is %s', async (text, policy) => {
    const { traits } = await start('4096', text);
    expect(traits[0]?.readMarks?.(interaction.id)).toBe(policy);
    expect(traits[0]?.typingSeconds).toBe(20);
  });

  it('stops a reaction outside the window, and leaves the rest of it to the server', async () => {
    const { run } = await start();
    const params = { interactionId: interaction.id, content: { kind: 'reaction', messageId: 'm1', emoji: '👍' } };
    expect(await run('check-window', params)).toEqual({ ok: true, value: params });
    expect(await run('check-window', params, { now: NOW + 60_000 })).toMatchObject({
      error: { code: 'window-closed' },
    });
  });

  it('lets a message pass unchanged', async () => {
    const { run } = await start();
    const params = send('Good morning');
    expect(await run('check-length', params)).toEqual({ ok: true, value: params });
    expect(await run('check-window', params)).toEqual({ ok: true, value: params });
  });

  it('refuses a text longer than the option allows, with its size', async () => {
    const { run } = await start('10');
    const result = await run('check-length', send('eleven char'));
    expect(result).toMatchObject({ ok: false, error: { code: 'text-too-long', retryable: false } });
    expect(result?.ok === false && result.error.message).toContain('11 bytes and 10 are allowed');
  });

  it('refuses outside the window, and leaves lengths to the other step', async () => {
    const { run } = await start('10');
    const result = await run('check-window', send('a text of more than ten bytes'), { now: NOW + 60_000 });
    expect(result).toMatchObject({ ok: false, error: { code: 'window-closed' } });
  });

  it.each([null, 7, {}, { content: { kind: 'balloon' } }])('leaves %j to the host', async (params) => {
    const { run } = await start();
    expect(await run('check-length', params)).toEqual({ ok: true, value: params });
  });
});
