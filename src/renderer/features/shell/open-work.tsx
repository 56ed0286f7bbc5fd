import { useTranslation } from 'react-i18next';
import { PendingIndicator } from '../../components/pending-indicator.tsx';
import { useCustomerNameOf } from '../../plugins/display-names.ts';
import { usePendingThresholds } from '../../plugins/use-thresholds.ts';
import { useInteraction, useOption } from '../../state/hooks.ts';
import styles from './open-work.module.css';

interface EntryProps {
  readonly interactionId: string;
}

function Entry({ interactionId }: EntryProps) {
  const name = useCustomerNameOf(interactionId);
  const interaction = useInteraction(interactionId)?.interaction;
  const thresholds = usePendingThresholds(interactionId, interaction?.mediaType ?? '');
  return (
    <li className={styles.entry}>
      <span className="ellipsis" dir="auto">
        {name}
      </span>
      <PendingIndicator since={interaction?.pendingSince ?? null} thresholds={thresholds} />
    </li>
  );
}

/** What is still in the agent's hands, and where it goes when they log out: a workbin by option, else its queue (UI-12). */
export function OpenWork({ interactionIds }: { readonly interactionIds: readonly string[] }) {
  const { t } = useTranslation();
  const medium = useInteraction(interactionIds[0] ?? '')?.interaction.mediaType ?? '';
  const workbin = useOption(`workbin.${medium}.in-progress`, '');
  return (
    <>
      <p>{t('log-out.open', { count: interactionIds.length })}</p>
      <ul className={styles.list} aria-label={t('log-out.list')}>
        {interactionIds.map((id) => (
          <Entry key={id} interactionId={id} />
        ))}
      </ul>
      <p className={styles.hint}>{workbin === '' ? t('log-out.to-queue') : t('log-out.to-workbin', { workbin })}</p>
    </>
  );
}
