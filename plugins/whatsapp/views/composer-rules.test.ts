import { describe, expect, it } from 'vitest';
import type { ComposerSituation } from '#shared/plugin-api/composer.ts';
import type { Interaction } from '#shared/plugin-api/domain.ts';
import { options } from '../options.ts';
import { sampleTemplate } from '../rules/testing/templates.ts';
import german from '../texts/de.json' with { type: 'json' };
import english from '../texts/en.json' with { type: 'json' };
import { composerRules } from './composer-rules.ts';

const HOUR = 3_600_000;
const TEXT = 'An answer: {{1}}';
const template = sampleTemplate(TEXT);
const automatic = {
  [options.automaticNotifications]: 'true',
  [options.defaultNotificationText]: TEXT,
  [options.defaultNotificationId]: 'sample',
  [options.defaultNotificationLanguage]: 'en',
};
const words = (key: string) => english[key as keyof typeof english] ?? key;
const rules = composerRules(words);

const interaction = {
  ...{ id: 'i', channel: 'jungle', stage: 'assigned', agent: 'kaa', attachedData: {} },
  window: { opensAt: 0, closesAt: 24 * HOUR, why: 'customer-message' },
} as Partial<Interaction> as Interaction;
const situation: ComposerSituation = {
  ...{ interaction, contact: {}, agent: 'kaa', now: 2 * HOUR, options: {}, templates: [template] },
};
const modeWith = (changes: Partial<ComposerSituation>) => rules.modeAt({ ...situation, ...changes });

describe('composerRules', () => {
  it('closes the window when the option of the desk says, and not before', () => {
    const early = { [options.freeTimespan]: '7200' };
    expect(modeWith({}).mode).toBe('write');
    expect(modeWith({ options: early, now: 2 * HOUR - 1 }).mode).toBe('closing');
    expect(modeWith({ options: early }).mode).toBe('notification');
  });

  it('lets words go as a notification only where the options say so and fit', () => {
    const now = 25 * HOUR;
    expect(modeWith({ now }).mode).toBe('notification');
    expect(modeWith({ now, options: automatic })).toMatchObject({ mode: 'automatic', template });
    expect(modeWith({ now, options: automatic, templates: undefined })).toMatchObject({ mismatch: null });
    const wrong = { ...automatic, [options.defaultNotificationId]: 'smaple' };
    expect(modeWith({ now, options: wrong })).toMatchObject({
      mode: 'notification',
      mismatch: { code: 'template-unknown', sentence: english['whatsapp.mismatch.template-unknown'] },
    });
  });

  it('knows who does not want to be written to, on this channel', () => {
    const optOut = { at: 1, scope: 'all', source: 'stop-word' } as const;
    const consents = (channel: string) => [{ channel, optIn: null, optOut }];
    const now = 25 * HOUR;
    expect(modeWith({ now, contact: { consents: consents('jungle') } }).mode).toBe('opted-out');
    expect(modeWith({ now, contact: { consents: consents('river') } }).mode).toBe('notification');
  });

  it('says what is wrong only where automatic notifications are asked for', () => {
    expect(rules.mismatch({}, [])).toBeUndefined();
    expect(rules.mismatch(automatic, [template])).toBeUndefined();
    expect(rules.mismatch(automatic, [])?.code).toBe('template-unknown');
  });

  it('has words for every mismatch in both languages', () => {
    const keys = (texts: object) => Object.keys(texts).filter((key) => key.startsWith('whatsapp.mismatch.'));
    expect(keys(german).sort()).toEqual(keys(english).sort());
    expect(keys(english)).toHaveLength(7);
  });
});
