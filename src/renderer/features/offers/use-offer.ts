import { useState } from 'react';
import type { Offer } from '#shared/domain/interaction.ts';
import { useClient } from '../../state/hooks.ts';

export interface OfferActions {
  /** What the agent has asked for and the server has not yet answered. */
  readonly busy: 'accepting' | 'rejecting' | null;
  accept(): void;
  reject(): void;
}

/** Accept and Reject of one offer; a second press while the first is under way does nothing. */
export function useOffer(interactionId: string, offer: Pick<Offer, 'id'>): OfferActions {
  const client = useClient();
  const [busy, setBusy] = useState<OfferActions['busy']>(null);
  const run = async (kind: 'accepting' | 'rejecting') => {
    if (busy) return;
    setBusy(kind);
    const command = kind === 'accepting' ? 'interaction.accept' : 'interaction.reject';
    const result = await client.perform(command, { interactionId, offerId: offer.id });
    // When it went well the offer disappears with the update that says so; until then it stays busy.
    if (!result.ok) setBusy(null);
  };
  return { busy, accept: () => void run('accepting'), reject: () => void run('rejecting') };
}
