import { useTranslation } from 'react-i18next';
import type { Interaction } from '#shared/domain/interaction.ts';
import { useDesk } from '../../../state/hooks.ts';
import { NewSessionButton } from '../header/new-session-button.tsx';
import { useTimes } from '../times.ts';
import styles from './session-header.module.css';
import type { SessionRow } from './session-rows.ts';

interface Named {
  readonly name: string;
  readonly displayName: string;
}

const nameIn = (list: readonly Named[], name: string | null): string | undefined =>
  name === null ? undefined : (list.find((entry) => entry.name === name)?.displayName ?? name);

/** The business began it, and no customer ever wrote: the server archived it so (SRV-4). */
const isUnanswered = ({ direction, window, lastMessage }: Interaction): boolean =>
  direction === 'out' && window === null && lastMessage?.direction === 'out';

/** Above a session: when it began, on which channel, who had it, and how it ended (UI-3). */
export function SessionHeader({ row: { interaction, current } }: { readonly row: SessionRow }) {
  const { t } = useTranslation();
  const { date } = useTimes();
  const { channels, agents, dispositions } = useDesk((model) => model.session.directory);
  const { channel, lastAgent, dispositionCode, createdAt } = interaction;
  const ended = dispositions.find(({ value }) => value === dispositionCode)?.displayName ?? dispositionCode;
  const outcome = ended ?? (isUnanswered(interaction) ? t('session.unanswered') : undefined);
  const facts = current ? [] : [nameIn(channels, channel), nameIn(agents, lastAgent), outcome].filter(Boolean);
  const begun = t(current ? 'conversation.start' : 'conversation.session', { time: date(createdAt) });
  return (
    <div className={styles.session} data-current={current}>
      <h3 className={styles.title}>
        <span>{begun}</span>
        {facts.map((fact) => (
          <span key={fact} dir="auto" className={styles.fact}>
            {fact}
          </span>
        ))}
      </h3>
      {!current && <NewSessionButton channel={channel} />}
    </div>
  );
}
