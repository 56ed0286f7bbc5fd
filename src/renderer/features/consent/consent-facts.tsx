import { Ban, CircleDashed, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#shared/domain/consent.ts';
import { useDates } from '../../i18n/dates.ts';
import { useDesk } from '../../state/hooks.ts';
import styles from './consent-facts.module.css';

export interface ConsentFactsProps {
  /** Null: nothing is known. */
  readonly consent: Consent | null;
}

/** What a contact allows on a channel, since when, and how that is known (WA-9). */
export function ConsentFacts({ consent }: ConsentFactsProps) {
  const { t } = useTranslation();
  const { optIn = null, optOut = null } = consent ?? {};
  return (
    <span className={styles.facts}>
      {optOut && <OptedOut {...optOut} />}
      {optIn && <OptedIn {...optIn} />}
      {!optIn && !optOut && (
        <span className={styles.fact}>
          <CircleDashed aria-hidden="true" />
          <span>{t('consent.none')}</span>
        </span>
      )}
    </span>
  );
}

function OptedOut({ at, scope, source }: NonNullable<Consent['optOut']>) {
  const { t } = useTranslation();
  const { day } = useDates();
  return (
    <span className={styles.fact} data-allowed="false">
      <Ban aria-hidden="true" />
      <span>
        {t(`consent.opted-out.${scope}`, { date: day(at) })}
        {', '}
        <span className={styles.source}>{t(`consent.source.${source}`)}</span>
      </span>
    </span>
  );
}

function OptedIn({ at, proof, by }: NonNullable<Consent['optIn']>) {
  const { t } = useTranslation();
  const { day } = useDates();
  const name = useDesk(({ session }) => session.directory.agents.find((agent) => agent.name === by)?.displayName ?? by);
  return (
    <span className={styles.fact} data-allowed="true">
      <ShieldCheck aria-hidden="true" />
      <span>
        {t('consent.opted-in', { date: day(at) })}
        {', '}
        <span className={styles.source}>{t('consent.opted-in.by', { name })}</span>
        <span className={styles.proof} dir="auto">
          {t('consent.opted-in.proof', { proof })}
        </span>
      </span>
    </span>
  );
}
