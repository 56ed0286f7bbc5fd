import { Bell, Timer, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import { ChoiceItem, ChoiceList } from '../../components/choice-list.tsx';
import { Pill } from '../../components/pill.tsx';
import { useDates } from '../../i18n/dates.ts';
import { ConsentFacts } from '../consent/index.ts';
import styles from './channel-choices.module.css';
import { useAgentName } from './use-agent-name.ts';

export interface ChannelChoicesProps {
  readonly choices: readonly ChannelChoice[];
  readonly chosen: string;
  readonly onChoose: (channel: string) => void;
}

/** The channels on which a session may be begun, each with how things stand there (WA-9). */
export function ChannelChoices({ choices, chosen, onChoose }: ChannelChoicesProps) {
  const { t } = useTranslation();
  return (
    <ChoiceList label={t('new-session.channel')} value={chosen} onChange={onChoose}>
      {choices.map((choice) => (
        <ChoiceItem
          key={choice.channel}
          value={choice.channel}
          // One that cannot be begun can be chosen all the same: then its reason is read, and what to do.
          autoFocus={choice.channel === chosen && (choices.length > 1 || choice.refusal !== null)}
        >
          <Channel choice={choice} />
        </ChoiceItem>
      ))}
    </ChoiceList>
  );
}

function Channel({ choice }: { readonly choice: ChannelChoice }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  const { displayName, window, consent, open, refusal } = choice;
  return (
    <span className={styles.channel}>
      <span className={styles.title}>
        <bdi className={styles.name}>{displayName}</bdi>
        {refusal && <Pill>{t('new-session.not-here')}</Pill>}
      </span>
      {window ? (
        <Fact icon={<Timer />}>{t('new-session.window.open', { time: moment(window.closesAt) })}</Fact>
      ) : (
        <Fact icon={<Bell />}>{t('new-session.window.closed')}</Fact>
      )}
      <ConsentFacts consent={consent} />
      {open && <Holder agent={open.agent} />}
    </span>
  );
}

function Holder({ agent }: { readonly agent: string | null }) {
  const { t } = useTranslation();
  const name = useAgentName(agent);
  return (
    <Fact icon={<UserRound />}>
      {name === null ? t('new-session.held.nobody') : t('new-session.held', { agent: name })}
    </Fact>
  );
}

function Fact({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={styles.fact}>
      <span aria-hidden="true">{icon}</span>
      <span>{children}</span>
    </span>
  );
}
