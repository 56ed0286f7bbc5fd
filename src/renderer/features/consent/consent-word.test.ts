import { describe, expect, it } from 'vitest';
import { outboundSessionMethods } from '#shared/protocol/outbound-session.ts';
import { changeFor, consentWords, wordsFor } from './consent-word.ts';

const optIn = { at: 1, proof: 'form 7', by: 'kaa' };
const optOut = { at: 1, scope: 'all', source: 'agent' } as const;

describe('what an agent records', () => {
  it('is taken back only where something is known', () => {
    const channel = 'jungle';
    expect(wordsFor(null)).not.toContain('unknown');
    expect(wordsFor({ channel, optIn: null, optOut: null })).not.toContain('unknown');
    expect(wordsFor({ channel, optIn, optOut: null })).toEqual(consentWords);
    expect(wordsFor({ channel, optIn: null, optOut })).toEqual(consentWords);
  });

  it('is what the server takes, for every word', () => {
    const { params } = outboundSessionMethods['contact.set-consent'];
    for (const word of consentWords) {
      const change = { target: { contactId: 'c1' }, channel: 'jungle', ...changeFor(word, ' form 7 ') };
      expect(params.safeParse(change).data, word).toEqual(change);
    }
  });

  it('is an agreement with its proof alone, which the server takes an opt-out back for', () => {
    expect(changeFor('agrees', ' form 7 ')).toEqual({ optIn: { proof: 'form 7' } });
  });

  it('leaves the agreement of whoever only wants no marketing', () => {
    expect(changeFor('no-marketing', '')).toEqual({ optOut: 'marketing' });
    expect(changeFor('nothing', '')).toEqual({ optIn: null, optOut: 'all' });
  });
});
