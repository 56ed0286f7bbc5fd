import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindowTitle } from '../../plugins/display-names.ts';
import { useDesk, useInteraction } from '../../state/hooks.ts';
import { myOffers } from '../../state/selectors.ts';
import { useDocumentTitle } from '../../state/use-document-title.ts';
import { OfferCard, useAnnounceOffers } from '../offers/index.ts';
import { useSounds } from '../sounds/index.ts';
import { EndedCard } from './ended-card.tsx';
import { LockedOffers } from './locked-offers.tsx';
import styles from './toast-page.module.css';
import { useEndedOffers } from './use-ended-offers.ts';
import { useFitWindow } from './use-fit-window.ts';
import { useNotifyOffers } from './use-notify-offers.ts';
import { useTakeFocus } from './use-take-focus.ts';
import { useToastKeys } from './use-toast-keys.ts';

/** The preview window (UI-2). All sounds of the program are heard here, whether it shows anything or not. */
export function ToastPage() {
  const { t } = useTranslation();
  const locked = useDesk((model) => model.session.locked !== null);
  const page = useRef<HTMLElement>(null);
  useFitWindow(page);
  useSounds();
  useNotifyOffers();
  return (
    <main className={styles.page} ref={page}>
      <h1 className="visually-hidden">{t('toast.label')}</h1>
      {locked ? <Locked /> : <Offers page={page} />}
    </main>
  );
}

function Locked() {
  const count = useDesk((model) => myOffers(model).length);
  return count === 0 ? null : <LockedOffers count={count} />;
}

/** What is offered, the one that ends first on top. */
function Offers({ page }: { readonly page: RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const ids = useDesk((model) => myOffers(model).map(({ interaction }) => interaction.id));
  const ended = useEndedOffers();
  useToastKeys(page);
  useTakeFocus(page);
  useAnnounceOffers();
  useDocumentTitle(useWindowTitle(useInteraction(ids[0] ?? ''), 'toast.window-title'));
  return (
    <>
      {ids.length === 0 && ended.length === 0 && <p className="visually-hidden">{t('toast.idle')}</p>}
      {ids.map((id, index) => (
        <Offered key={id} interactionId={id} first={index === 0} />
      ))}
      {ended.map((entry) => (
        <EndedCard key={entry.offerId} ended={entry} />
      ))}
    </>
  );
}

function Offered({ interactionId, first }: { readonly interactionId: string; readonly first: boolean }) {
  const view = useInteraction(interactionId);
  const offer = view?.interaction.offer;
  if (!view || !offer) return null;
  return (
    <div data-offer={offer.id} className={styles.offer}>
      <OfferCard key={offer.id} view={view} offer={offer} variant="toast" keys={first} />
    </div>
  );
}
