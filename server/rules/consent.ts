import type { Consent } from '#shared/domain/consent.ts';

/** Somebody said something about being written to (WA-9). */
export interface ConsentWord {
  /** `null`: they may be written to again. */
  readonly optOut: 'marketing' | 'all' | null;
  readonly source: 'user-preferences' | 'stop-word' | 'agent';
  /** When it was said, ms. */
  readonly at: number;
}

/**
 * What is allowed after a word about opting out. The newest word counts, in whatever order words come. The provider's
 * switch is about marketing only, so it changes nothing where the customer wrote that they want no messages at all.
 */
export function afterWord(consent: Consent, { optOut: scope, source, at }: ConsentWord): Consent {
  const { optOut, heardAt = 0 } = consent;
  if (at < heardAt || (source === 'user-preferences' && optOut?.scope === 'all')) return consent;
  const isSaid = scope !== null && optOut?.scope === scope && optOut.source === source;
  const next = isSaid ? optOut : scope === null ? null : { at, scope, source };
  return { ...consent, optOut: next, heardAt: at };
}

/** What is known of a contact on a channel, or that nothing is. */
export function consentOn(channel: string, consents: readonly Consent[] = []): Consent {
  return consents.find((consent) => consent.channel === channel) ?? { channel, optIn: null, optOut: null };
}
