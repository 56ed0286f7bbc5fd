import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { customerName } from '../../plugins/display-names.ts';
import { plainMediaType } from '../../plugins/plain-media-type.ts';
import { oneLine } from '../../plugins/preview.ts';
import { useServices } from '../../state/desk-context.tsx';
import type { DeskModel } from '../../state/desk-model.ts';
import { channelName, myOffers } from '../../state/selectors.ts';

function offerIds(model: DeskModel): ReadonlySet<string> {
  return new Set(myOffers(model).flatMap(({ interaction }) => interaction.offer?.id ?? []));
}

/** Tells screen readers of each new offer, once (UI-2). */
export function useAnnounceOffers(): void {
  const { t } = useTranslation();
  const { store, plugins, announcer } = useServices();
  useEffect(() => {
    let announced = offerIds(store.getState());
    return store.subscribe((model, before) => {
      if (model.interactions === before.interactions) return;
      const { mediaTypes } = plugins.store.getState();
      for (const view of myOffers(model)) {
        const { interaction } = view;
        const { offer, mediaType, lastMessage } = interaction;
        if (!offer || announced.has(offer.id)) continue;
        const views = mediaTypes.get(mediaType) ?? plainMediaType(mediaType);
        const text = oneLine(lastMessage?.text ?? '', views);
        const channel = channelName(model, interaction.channel);
        const name = customerName(model, mediaTypes, view);
        announcer.announce(t('offers.announce', { name, channel, text }));
      }
      announced = offerIds(model);
    });
  }, [store, plugins, announcer, t]);
}
