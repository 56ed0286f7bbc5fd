import type { Consent } from '#shared/domain/consent.ts';
import type { MethodParams } from '#shared/protocol/methods.ts';

/** What a contact said about being written to, as agents record it. */
export const consentWords = ['agrees', 'no-marketing', 'nothing', 'unknown'] as const;
export type ConsentWord = (typeof consentWords)[number];

type Change = Pick<MethodParams<'contact.set-consent'>, 'optIn' | 'optOut'>;

/** The words that would change something: nothing can be taken back where nothing is known. */
export function wordsFor(consent: Consent | null): readonly ConsentWord[] {
  const isKnown = consent !== null && (consent.optIn !== null || consent.optOut !== null);
  return isKnown ? consentWords : consentWords.filter((word) => word !== 'unknown');
}

/**
 * What is recorded for a word. An agreement takes an opt-out back; whoever wants nothing takes their agreement back,
 * while one who only wants no marketing still agrees to the rest.
 */
export function changeFor(word: ConsentWord, proof: string): Change {
  switch (word) {
    case 'agrees':
      return { optIn: { proof: proof.trim() } };
    case 'no-marketing':
      return { optOut: 'marketing' };
    case 'nothing':
      return { optIn: null, optOut: 'all' };
    case 'unknown':
      return { optIn: null, optOut: null };
  }
}
