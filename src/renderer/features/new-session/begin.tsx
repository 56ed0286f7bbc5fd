import { LoaderCircle, MessageSquareOff, ShieldX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/avatar.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import styles from './begin.module.css';
import { ChannelChoices } from './channel-choices.tsx';
import { FirstMessage } from './first-message.tsx';
import { Obstacle } from './obstacle.tsx';
import type { BeginState } from './use-begin.ts';
import type { Person } from './use-person.ts';

export interface BeginProps {
  readonly begin: BeginState;
  readonly person: Person;
  /** Somebody else is meant. */
  readonly onOther: () => void;
}

/** Where the session is begun, and with what. */
export function Begin({ begin, person, onOther }: BeginProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.begin}>
      <div className={styles.person}>
        <Avatar name={person.name} id={person.contact.id} size="large" />
        <div className={styles.who}>
          <p className={styles.name} dir="auto">
            {person.name}
          </p>
          {person.number !== person.name && <p className={styles.number}>{person.number}</p>}
        </div>
        <Button look="quiet" size="small" onPress={onOther}>
          {t('new-session.change')}
        </Button>
      </div>
      <Standing begin={begin} person={person} />
      {begin.refusal && <FormRefusal message={begin.refusal.message} />}
    </div>
  );
}

function Standing({ begin, person }: Omit<BeginProps, 'onOther'>) {
  const { t } = useTranslation();
  const { offered, unknown, choice, choose } = begin;
  if (unknown && !offered) return <Unknown begin={begin} />;
  if (!offered) {
    return (
      <p className={styles.loading} role="status">
        <LoaderCircle aria-hidden="true" />
        {t('new-session.loading')}
      </p>
    );
  }
  if (offered.kind === 'forbidden') {
    const { privilege } = offered;
    return (
      <EmptyState
        compact
        icon={<ShieldX />}
        title={t('new-session.forbidden')}
        hint={t('new-session.forbidden.hint', { privilege })}
      />
    );
  }
  if (offered.kind === 'none' || !choice) {
    return (
      <EmptyState
        compact
        icon={<MessageSquareOff />}
        title={t('new-session.no-channel')}
        hint={t('new-session.no-channel.hint')}
      />
    );
  }
  return (
    <>
      <ChannelChoices choices={offered.choices} chosen={choice.channel} onChoose={choose} />
      <Obstacle begin={begin} person={person} choice={choice} />
      {!choice.refusal && <FirstMessage begin={begin} person={person} choice={choice} />}
    </>
  );
}

function Unknown({ begin: { unknown, reload } }: Pick<BeginProps, 'begin'>) {
  const { t } = useTranslation();
  return (
    <>
      <FormRefusal message={unknown?.message ?? ''} />
      {unknown?.retryable && (
        <div>
          <Button onPress={reload}>{t('new-session.try-again')}</Button>
        </div>
      )}
    </>
  );
}

/** The one thing to do next: send what is written, or choose the notification that comes first. */
export function BeginActions({ begin }: Pick<BeginProps, 'begin'>) {
  const { t } = useTranslation();
  const { offered, choice, text, busy, start, edit } = begin;
  if (!choice || choice.refusal) return null;
  if (choice.window === null) {
    if (!text.views.notifications) return null;
    return (
      <Button
        look="primary"
        isDisabled={busy}
        // The one thing to do, where there is no channel to choose first.
        autoFocus={offered?.kind === 'channels' && offered.choices.length === 1}
        onPress={() => edit(true)}
      >
        {t('new-session.notification')}
      </Button>
    );
  }
  const content = { kind: 'text', text: text.text } as const;
  const isOff = busy || text.text.trim() === '' || text.fault !== undefined || text.size.used > text.size.limit;
  return (
    <Button look="primary" isDisabled={isOff} onPress={() => void start(choice.channel, content)}>
      {t('new-session.send')}
    </Button>
  );
}
