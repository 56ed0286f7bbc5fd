import { useCallback, useState } from 'react';
import type { Offer } from '#shared/domain/interaction.ts';
import { useClient } from '../../state/hooks.ts';

export interface OfferActions {
  /** What the agent has asked for and the server has not yet answered. */
  readonly busy: 'accepting' | 'rejecting' | null;
  accept(): void;
  /** Accepts it for the agent, who goes on with what they have in front. */
  readonly acceptByItself: () => void;
  reject(): void;
}

/** Accept and Reject of one offer; a second press while the first is under way does nothing. */
export function useOffer(interactionId: string, offer: Pick<Offer, 'id'>): OfferActions {
  const client = useClient();
  const [busy, setBusy] = useState<OfferActions['busy']>(null);
  const { id: offerId } = offer;
  const accept = useCallback(
    async (automatic: boolean) => {
      setBusy('accepting');
      const result = await client.perform('interaction.accept', { interactionId, offerId, automatic });
      // When it went well the offer disappears with the update that says so; until then it stays busy.
      if (!result.ok) setBusy(null);
    },
    [client, interactionId, offerId],
  );
  const reject = async () => {
    setBusy('rejecting');
    const result = await client.perform('interaction.reject', { interactionId, offerId });
    if (!result.ok) setBusy(null);
  };
  return {
    busy,
    accept: () => void (busy ?? accept(false)),
    acceptByItself: useCallback(() => void accept(true), [accept]),
    reject: () => void (busy ?? reject()),
  };
}
