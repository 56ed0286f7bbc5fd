import { useTranslation } from 'react-i18next';
import { useInteraction } from '../../state/hooks.ts';
import { OfferCard } from '../offers/index.ts';
import styles from './offers.module.css';
import { useOfferIds } from './use-my-interactions.ts';

/** What is offered to the agent, on top of the list: the preview window may be out of sight or off. */
export function Offers() {
  const { t } = useTranslation();
  const ids = useOfferIds();
  if (ids.length === 0) return null;
  return (
    <section className={styles.offers} aria-label={t('offers.label')}>
      {ids.map((id) => (
        <Offered key={id} interactionId={id} />
      ))}
    </section>
  );
}

function Offered({ interactionId }: { readonly interactionId: string }) {
  const view = useInteraction(interactionId);
  const offer = view?.interaction.offer;
  if (!view || !offer) return null;
  return <OfferCard key={offer.id} view={view} offer={offer} variant="list" />;
}
