import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { customerName } from '../../plugins/display-names.ts';
import { plainMediaType } from '../../plugins/plain-media-type.ts';
import { oneLine } from '../../plugins/preview.ts';
import { useServices } from '../../state/desk-context.tsx';
import { myOffers } from '../../state/selectors.ts';

/** What the operating system is given at most: it cuts longer texts itself, somewhere. */
const LONGEST = 200;

/**
 * Puts each new offer into words for the operating system, which shows them while no window is to be seen (UI-2). Here and
 * not in main, for here are the agent's language and the medium's own texts. A locked desk says nothing of the customer.
 */
export function useNotifyOffers(): void {
  const { t } = useTranslation();
  const { store, plugins, client } = useServices();
  useEffect(() => {
    const notified = new Set(myOffers(store.getState()).map(({ interaction }) => interaction.offer?.id));
    return store.subscribe((model, before) => {
      if (model.interactions === before.interactions) return;
      const offers = myOffers(model);
      const isLocked = model.session.locked !== null;
      const { mediaTypes } = plugins.store.getState();
      for (const view of offers) {
        const { offer, mediaType, lastMessage } = view.interaction;
        if (!offer || notified.has(offer.id)) continue;
        notified.add(offer.id);
        const views = mediaTypes.get(mediaType) ?? plainMediaType(mediaType);
        const words = isLocked
          ? { title: t('lock.toast', { count: offers.length }), body: t('lock.toast.hint') }
          : {
              title: t('notify.offer', { name: customerName(model, mediaTypes, view) }),
              body: oneLine(lastMessage?.text ?? '', views),
            };
        void client.request('offer.notify', { title: cut(words.title), body: cut(words.body) });
      }
    });
  }, [store, plugins, client, t]);
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
