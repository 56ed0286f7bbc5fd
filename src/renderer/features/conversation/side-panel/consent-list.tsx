import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#shared/domain/consent.ts';
import { Button } from '../../../components/button.tsx';
import { useDesk, useInteraction } from '../../../state/hooks.ts';
import { useMayEditContact } from '../../../state/privileges.ts';
import { channelName } from '../../../state/selectors.ts';
import { ConsentDialog, ConsentFacts } from '../../consent/index.ts';
import { useConversation } from '../conversation-context.ts';
import styles from './side-panel.module.css';

/** What the customer allows: on the channel at hand, and wherever else something is known (WA-9). */
export function ConsentList() {
  const { t } = useTranslation();
  const { interactionId, contact } = useConversation();
  const current = useInteraction(interactionId)?.interaction.channel;
  const known = contact.consents ?? [];
  const here = current === undefined || known.some(({ channel }) => channel === current) ? [] : [nothingOn(current)];
  return (
    <section className={styles.consents} aria-label={t('consent')}>
      {[...here, ...known].map((consent) => (
        <ConsentOn key={consent.channel} consent={consent} />
      ))}
    </section>
  );
}

const nothingOn = (channel: string): Consent => ({ channel, optIn: null, optOut: null });

function ConsentOn({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation();
  const { contact, name } = useConversation();
  const channel = useDesk((model) => channelName(model, consent.channel));
  const mayEdit = useMayEditContact();
  const [changing, setChanging] = useState(false);
  return (
    <div className={styles.consent}>
      <h3>
        {t('consent')} · <bdi>{channel}</bdi>
      </h3>
      {mayEdit && (
        <Button
          look="quiet"
          size="small"
          aria-label={t('consent.change.of', { channel })}
          onPress={() => setChanging(true)}
        >
          {t('consent.change')}
        </Button>
      )}
      <ConsentFacts consent={consent} />
      {changing && (
        <ConsentDialog
          target={{ contactId: contact.id }}
          name={name}
          channel={consent.channel}
          consent={consent}
          // The contact comes back changed by itself.
          onSaved={() => undefined}
          onClose={() => setChanging(false)}
        />
      )}
    </div>
  );
}
