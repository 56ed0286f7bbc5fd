import { CircleSlash, Info } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelChoice } from '#shared/protocol/outbound-session.ts';
import { Button } from '../../components/button.tsx';
import { useServices } from '../../state/desk-context.tsx';
import { useDesk, useInteraction, usePrivilege } from '../../state/hooks.ts';
import { privileges, useMayEditContact } from '../../state/privileges.ts';
import { agentName } from '../../state/selectors.ts';
import { closeNewSession, openInteraction } from '../../state/ui-store.ts';
import { ConsentDialog } from '../consent/index.ts';
import styles from './obstacle.module.css';
import { useAgentName } from './use-agent-name.ts';
import type { ChosenProps } from './use-begin.ts';
import { targetOf, type Whom } from './whom.ts';

/** Why no session can be begun on the chosen channel, or that one is open, with what can be done about it. */
export function Obstacle({ begin, person, choice }: ChosenProps) {
  if (choice.refusal) return <Refused begin={begin} person={person} choice={choice} />;
  return choice.open && <Mine interactionId={choice.open.interactionId} />;
}

function Refused({ begin: { whom, reload }, person, choice }: ChosenProps) {
  const { t } = useTranslation();
  const [recording, setRecording] = useState(false);
  const may = useMayRecord(whom);
  const sentence = useSentence(choice);
  const isMissing = choice.refusal?.code === 'consent-missing';
  return (
    <div className={styles.box} role="status">
      <CircleSlash aria-hidden="true" />
      <p>{sentence}</p>
      {isMissing && may && (
        <Button size="small" onPress={() => setRecording(true)}>
          {t('consent.record')}
        </Button>
      )}
      {recording && whom && (
        <ConsentDialog
          target={targetOf(whom)}
          name={person.name}
          channel={choice.channel}
          consent={choice.consent}
          word="agrees"
          onSaved={reload}
          onClose={() => setRecording(false)}
        />
      )}
    </div>
  );
}

/** The reason in the page's language where it is one of those that are known, else as the server says it. */
function useSentence({ refusal, open }: ChannelChoice): string | undefined {
  const { t } = useTranslation();
  const me = useDesk(agentName);
  const holder = useAgentName(open?.agent ?? null);
  switch (refusal?.code) {
    case 'consent-missing':
    case 'opted-out':
      return t(`new-session.refused.${refusal.code}`);
    case 'session-open':
      if (holder === null) return t('new-session.refused.session-open.nobody');
      if (open?.agent === me) return t('new-session.refused.session-open.mine');
      return t('new-session.refused.session-open', { agent: holder });
    default:
      return refusal?.message;
  }
}

/** Recording for a number makes a contact of it, which needs a privilege of its own. */
function useMayRecord(whom: Whom | null): boolean {
  const mayEdit = useMayEditContact();
  const mayCreate = usePrivilege(privileges.createContact);
  return mayEdit && (whom?.kind === 'contact' || mayCreate);
}

/** The session that is open is the agent's own: what they write goes on with it. */
function Mine({ interactionId }: { readonly interactionId: string }) {
  const { t } = useTranslation();
  const { ui } = useServices();
  const isHere = useInteraction(interactionId) !== undefined;
  const show = () => {
    closeNewSession(ui);
    openInteraction(ui, interactionId, true);
  };
  return (
    <div className={styles.box} role="status">
      <Info aria-hidden="true" />
      <p>{t('new-session.mine')}</p>
      {isHere && (
        <Button size="small" onPress={show}>
          {t('new-session.show')}
        </Button>
      )}
    </div>
  );
}
