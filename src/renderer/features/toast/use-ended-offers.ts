import { useEffect, useState } from 'react';
import { customerName } from '../../plugins/display-names.ts';
import { useServices } from '../../state/desk-context.tsx';
import { type EndedOffer, endedOffers } from './ended-offers.ts';

/** How long the end of an offer is shown, ms. */
const SHOWN_FOR = 4000;

/** Offers that have just ended; each is shown for a moment, for a card that vanishes leaves a question behind. */
export function useEndedOffers(): readonly EndedOffer[] {
  const { store, ticker, plugins } = useServices();
  const [ended, setEnded] = useState<readonly EndedOffer[]>([]);
  useEffect(
    () =>
      store.subscribe((model, before) => {
        if (model.interactions === before.interactions || !before.loaded) return;
        const { mediaTypes } = plugins.store.getState();
        const fresh = endedOffers(before, model, ticker.now(), (view) => customerName(model, mediaTypes, view));
        if (fresh.length > 0) setEnded((list) => [...list, ...fresh]);
      }),
    [store, ticker, plugins],
  );
  useEffect(() => {
    if (ended.length === 0) return;
    return ticker.subscribe(() => setEnded((list) => list.filter(({ at }) => ticker.now() - at < SHOWN_FOR)));
  }, [ended.length, ticker]);
  return ended;
}
