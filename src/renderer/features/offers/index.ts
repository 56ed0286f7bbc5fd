export { OfferCard, type OfferCardProps } from './offer-card.tsx';
export { useAnnounceOffers } from './use-announce-offers.ts';
