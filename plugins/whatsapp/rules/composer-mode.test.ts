import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSING_SOON, type ComposerFacts, composerMode } from './composer-mode.ts';
import { sampleTemplate } from './testing/templates.ts';

const NOW = Date.UTC(2026, 0, 5, 9, 0, 0);
const template = sampleTemplate('{{1}}');
const mismatch = { code: 'template-unknown', sentence: 'There is none.', values: {} } as const;
const windowFor = (remaining: number) => ({
  ...{ opensAt: NOW - 1000, closesAt: NOW + remaining, why: 'customer-message' as const },
});

const facts: ComposerFacts = {
  interaction: { stage: 'assigned', agent: 'kaa', window: windowFor(CLOSING_SOON + 1) },
  agent: 'kaa',
  now: NOW,
  automatic: false,
  notification: undefined,
  optedOut: false,
};
const inWindow = (remaining: number | null, changes: Partial<ComposerFacts> = {}): ComposerFacts => ({
  ...facts,
  interaction: { ...facts.interaction, window: remaining === null ? null : windowFor(remaining) },
  ...changes,
});
const ok = { ok: true, template } as const;

describe('composerMode', () => {
  it.each<readonly [string, ComposerFacts, string]>([
    ['with the window open', facts, 'write'],
    ['half an hour before it closes', inWindow(CLOSING_SOON), 'closing'],
    ['a millisecond before', inWindow(1), 'closing'],
    ['when it closes', inWindow(0), 'notification'],
    ['before the customer has written', inWindow(null), 'notification'],
    ['closed, with automatic notifications', inWindow(0, { automatic: true, notification: ok }), 'automatic'],
    [
      'closed, with a wrong default',
      inWindow(0, { automatic: true, notification: { ok: false, mismatch } }),
      'notification',
    ],
    ['closed, before the templates are known', inWindow(0, { automatic: true }), 'notification'],
    ['open, with automatic notifications', inWindow(CLOSING_SOON + 1, { automatic: true, notification: ok }), 'write'],
    [
      'closed, to whoever wants nothing',
      inWindow(0, { optedOut: true, automatic: true, notification: ok }),
      'opted-out',
    ],
    ['open, to whoever wants nothing but has written', inWindow(CLOSING_SOON + 1, { optedOut: true }), 'write'],
    ['offered', { ...facts, interaction: { ...facts.interaction, stage: 'offered', agent: null } }, 'offered'],
    ['done', { ...facts, interaction: { ...facts.interaction, stage: 'done' } }, 'done'],
    ["in another agent's hands", { ...facts, agent: 'akela' }, 'elsewhere'],
    ['in a queue', { ...facts, interaction: { ...facts.interaction, stage: 'queued', agent: null } }, 'elsewhere'],
    ['a group', { ...facts, interaction: { ...facts.interaction, attachedData: { _umsGroupId: 'g' } } }, 'group'],
  ])('%s', (_, given, mode) => expect(composerMode(given).mode).toBe(mode));

  it('asks to answer only, where the customer wants nothing and may be answered', () => {
    expect(composerMode(inWindow(CLOSING_SOON + 1, { optedOut: true }))).toMatchObject({ onlyAnswers: true });
    expect(composerMode(facts)).toMatchObject({ onlyAnswers: false });
  });

  it('says why what is written does not go out by itself', () => {
    const mode = composerMode(inWindow(0, { automatic: true, notification: { ok: false, mismatch } }));
    expect(mode).toMatchObject({ mode: 'notification', why: 'closed', mismatch });
  });

  it('has one next step in every state of the world', () => {
    const world = fc.record({
      interaction: fc.record({
        stage: fc.constantFrom('queued', 'offered', 'assigned', 'workbin', 'done'),
        agent: fc.constantFrom('kaa', 'akela', null),
        window: fc.option(fc.integer({ min: -CLOSING_SOON * 3, max: CLOSING_SOON * 3 }).map(windowFor)),
        attachedData: fc.constantFrom({}, { _umsGroupId: 'g' }),
      }),
      agent: fc.constant('kaa'),
      now: fc.constant(NOW),
      automatic: fc.boolean(),
      notification: fc.constantFrom(undefined, ok, { ok: false, mismatch } as const),
      optedOut: fc.boolean(),
    });
    fc.assert(
      fc.property(world, (given) => {
        const { mode, nextStep } = composerMode(given as ComposerFacts);
        expect(nextStep).not.toBe('');
        const isOpen = given.interaction.window !== null && NOW < given.interaction.window.closesAt;
        // Free words are promised only where they may leave.
        if (mode === 'write' || mode === 'closing') expect(isOpen).toBe(true);
        if (mode === 'automatic' || mode === 'notification') expect(isOpen).toBe(false);
      }),
    );
  });
});
