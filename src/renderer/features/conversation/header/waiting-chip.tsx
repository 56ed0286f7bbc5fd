import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '#shared/domain/interaction.ts';
import { Pill } from '../../../components/pill.tsx';

/** Says of a session the business began that the customer has not answered yet (SRV-4). */
export function WaitingChip({ interaction }: { readonly interaction: Interaction }) {
  const { t } = useTranslation();
  if (interaction.disposition !== 'Initiated' || interaction.pendingSince !== null) return null;
  return (
    <span title={t('session.waiting.hint')}>
      <Pill>
        <Hourglass aria-hidden="true" />
        {t('session.waiting')}
      </Pill>
    </span>
  );
}
