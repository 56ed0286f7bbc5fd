import { MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { splitList } from '#shared/options/parsed.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { Button } from '../../../components/button.tsx';
import { numberOf } from '../../../plugins/contact-number.ts';
import { useServices } from '../../../state/desk-context.tsx';
import { useDesk, useOption } from '../../../state/hooks.ts';
import { useMayBegin } from '../../../state/privileges.ts';
import { openNewSession } from '../../../state/ui-store.ts';
import { useConversation } from '../conversation-context.ts';
import { ConsentList } from './consent-list.tsx';
import { attributesOf, isNamed, namedAttributes } from './contact-attributes.ts';
import { type Fact, Facts, Section } from './section.tsx';
import styles from './side-panel.module.css';

/** The attributes the organisation wants to see, under its own names for them or else under ours (OPT-6). */
function useAttributes(number: string | undefined): readonly Fact[] {
  const { t } = useTranslation();
  const { contact } = useConversation();
  const shown = useOption('contact.displayed-attributes', namedAttributes.join());
  const declared = useDesk((model) => model.session.directory.businessAttributes.ContactAttribute);
  const nameOf = (key: string): string =>
    declared?.find(({ value }) => value === key)?.displayName ||
    (isNamed(key) ? t(`conversation.contact.${key}`) : key);
  return attributesOf(contact, splitList(shown), number).map((entry) => ({ ...entry, name: nameOf(entry.key) }));
}

function BeginSession() {
  const { t } = useTranslation();
  const { ui } = useServices();
  const { contact, name } = useConversation();
  if (!useMayBegin()) return null;
  return (
    <div className={styles.begin}>
      <Button size="small" onPress={() => openNewSession(ui, { contact, name })}>
        <MessageSquarePlus aria-hidden="true" />
        {t('new-session')}
      </Button>
    </div>
  );
}

/** Who the customer is. */
export function ContactSection() {
  const { t } = useTranslation();
  const { contact, name } = useConversation();
  const number = numberOf(contact);
  const entries = useAttributes(number);
  return (
    <Section title={t('conversation.contact')}>
      <div className={styles.person}>
        <Avatar name={name} id={contact.id} size="large" />
        <div className={styles.names}>
          <div className={styles.name} dir="auto" title={name}>
            {name}
          </div>
          <div className={styles.number}>{number ?? t('conversation.contact.hidden')}</div>
        </div>
      </div>
      {entries.length > 0 && <Facts entries={entries} />}
      <ConsentList />
      <BeginSession />
    </Section>
  );
}
