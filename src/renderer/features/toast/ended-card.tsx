import { CircleCheck, CircleMinus, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EndedOffer } from './ended-offers.ts';
import styles from './toast-page.module.css';

const icons = { accepted: CircleCheck, 'timed-out': Hourglass, withdrawn: CircleMinus } as const;

/** What became of an offer. */
export function EndedCard({ ended }: { readonly ended: EndedOffer }) {
  const { t } = useTranslation();
  const { name, outcome } = ended;
  const Icon = icons[outcome];
  return (
    <div className={styles.ended} data-outcome={outcome} role="status">
      <Icon aria-hidden="true" />
      <div>
        <p className="ellipsis">
          <strong>{t(`toast.${outcome}`)}</strong> · <bdi>{name}</bdi>
        </p>
        <p>{t(`toast.${outcome}.hint`)}</p>
      </div>
    </div>
  );
}
