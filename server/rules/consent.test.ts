import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWord, type ConsentWord, consentOn } from './consent.ts';
import { optWordIn } from './opt-words.ts';
import { channelsOfSessionConfig } from './outbound-channels.ts';

const none = consentOn('jungle');
const said = (...words: readonly ConsentWord[]) => words.reduce(afterWord, none).optOut;
const stop = (at: number): ConsentWord => ({ optOut: 'all', source: 'stop-word', at });
const start = (at: number): ConsentWord => ({ optOut: null, source: 'stop-word', at });
const off = (at: number): ConsentWord => ({ optOut: 'marketing', source: 'user-preferences', at });
const on = (at: number): ConsentWord => ({ optOut: null, source: 'user-preferences', at });
const agent = (at: number): ConsentWord => ({ optOut: null, source: 'agent', at });

describe('what a contact allows', () => {
  it('follows the newest word', () => {
    expect(said(off(1))).toEqual({ at: 1, scope: 'marketing', source: 'user-preferences' });
    expect(said(off(1), on(2))).toBeNull();
    expect(said(stop(1))).toEqual({ at: 1, scope: 'all', source: 'stop-word' });
    expect(said(stop(1), start(2))).toBeNull();
    expect(said(stop(1), agent(2))).toBeNull();
    expect(said(off(1), stop(2))?.scope).toBe('all');
  });

  it('is not widened or narrowed by the provider once the customer wrote that they want nothing', () => {
    expect(said(stop(1), off(2))?.scope).toBe('all');
    expect(said(stop(1), on(2))?.scope).toBe('all');
  });

  it('keeps when a word was said first', () => {
    expect(said(stop(1), stop(2))).toEqual({ at: 1, scope: 'all', source: 'stop-word' });
  });

  it('is the same in whatever order words of one kind come', () => {
    const words = fc.uniqueArray(fc.record({ at: fc.nat(1000), stops: fc.boolean() }), { selector: ({ at }) => at });
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (spoken, order) => {
        const inTime = spoken.toSorted((a, b) => a.at - b.at).map(({ at, stops }) => (stops ? stop(at) : start(at)));
        const ranks = new Map(inTime.map((word) => [word, order.next().value]));
        const shuffled = inTime.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
        expect(said(...shuffled) === null).toBe(said(...inTime) === null);
      }),
    );
  });
});

describe('words of opting out', () => {
  const words = { stopWords: ['STOP', 'OPT OUT'], startWords: ['Start'] };
  const means = (text: string, kind: 'text' | 'button-reply' | 'image' = 'text') => optWordIn({ kind, text }, words);

  it.each([
    ['STOP', 'stop'],
    [' stop. ', 'stop'],
    ['„Stop!“', 'stop'],
    ['opt-out', 'stop'],
    ['ＳＴＯＰ', 'stop'],
    ['START', 'start'],
    ['please stop', undefined],
    ['stop it', undefined],
    ['', undefined],
    ['!', undefined],
  ])('%j says %s', (text, expected) => {
    expect(means(text)).toBe(expected);
  });

  it('may be a button, but no caption', () => {
    expect(means('Stop', 'button-reply')).toBe('stop');
    expect(means('Stop', 'image')).toBeUndefined();
  });

  it('say nothing where a channel has none', () => {
    expect(optWordIn({ kind: 'text', text: '!' }, { stopWords: ['?'], startWords: [] })).toBeUndefined();
  });
});

describe('the channels an interaction names for new sessions', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['not json', undefined],
    ['{}', undefined],
    ['{"1":{"MediaType":"whatsapp"}}', undefined],
    [
      '{"1":{"_umsChannel":"jungle","x":1},"2":{"_umsChannel":"river"},"3":{"_umsChannel":"jungle"}}',
      ['jungle', 'river'],
    ],
  ])('%s', (text, expected) => {
    expect(channelsOfSessionConfig(text)).toEqual(expected);
  });
});
