import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Interaction } from '#shared/domain/interaction.ts';
import { Avatar } from '../../../components/avatar.tsx';
import { Region } from '../../../plugins/region.tsx';
import { useDesk } from '../../../state/hooks.ts';
import { useConversation } from '../conversation-context.ts';
import { numberOf } from '../header/contact-number.ts';
import { useTimes } from '../times.ts';
import { type CaseEntry, splitCaseData } from './case-data.ts';
import { attributesOf, isNamed } from './contact-attributes.ts';
import styles from './side-panel.module.css';

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Facts({ entries }: { readonly entries: readonly CaseEntry[] }) {
  return (
    <dl className={styles.facts}>
      {entries.map(({ key, value }) => (
        <div key={key} className={styles.pair}>
          <dt dir="auto">{key}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function ContactSection() {
  const { t } = useTranslation();
  const { contact } = useConversation();
  const number = numberOf(contact);
  const entries = attributesOf(contact).map(({ key, value }) => ({
    key: isNamed(key) ? t(`conversation.contact.${key}`) : key,
    value,
  }));
  return (
    <Section title={t('conversation.contact')}>
      <div className={styles.person}>
        <Avatar name={contact.displayName} id={contact.id} size="large" />
        <div className={styles.names}>
          <div className={styles.name} dir="auto">
            {contact.displayName}
          </div>
          <div className={styles.number}>{number ?? t('conversation.contact.hidden')}</div>
        </div>
      </div>
      {entries.length > 0 && <Facts entries={entries} />}
    </Section>
  );
}

function TechnicalData({ entries }: { readonly entries: readonly CaseEntry[] }) {
  const { t } = useTranslation();
  return (
    <Disclosure className={styles.disclosure ?? ''}>
      <Heading level={3}>
        <Button slot="trigger" className={styles.trigger ?? ''}>
          <ChevronRight aria-hidden="true" />
          {t('conversation.case.technical', { count: entries.length })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className={styles.technical}>
          <Facts entries={entries} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

function CaseSection({ interaction }: { readonly interaction: Interaction }) {
  const { t } = useTranslation();
  const { date } = useTimes();
  const directory = useDesk((model) => model.session.directory);
  const { readable, technical } = splitCaseData(interaction.attachedData);
  const queue = directory.queues.find(({ name }) => name === interaction.queue)?.displayName ?? interaction.queue;
  const facts = [
    ...readable,
    ...(queue === null ? [] : [{ key: t('conversation.case.queue'), value: queue }]),
    { key: t('conversation.case.since'), value: date(interaction.createdAt) },
  ];
  return (
    <Section title={t('conversation.case')}>
      <Facts entries={facts} />
      {technical.length > 0 && <TechnicalData entries={technical} />}
    </Section>
  );
}

export interface SidePanelProps {
  readonly interaction: Interaction;
  /** It lies over the conversation, since the window is narrow. */
  readonly over: boolean;
  readonly onClose: () => void;
}

/** What is known about the customer and the case, beside the conversation. */
export function SidePanel({ interaction, over, onClose }: SidePanelProps) {
  const { t } = useTranslation();
  const { contact } = useConversation();
  return (
    <aside
      className={styles.panel}
      data-over={over}
      aria-label={t('conversation.panel')}
      onKeyDown={(event) => {
        if (over && event.key === 'Escape') onClose();
      }}
    >
      <ContactSection />
      <Region name="contact.card" interaction={interaction} contact={contact} />
      <CaseSection interaction={interaction} />
      <Region name="interaction.case-data" interaction={interaction} contact={contact} />
      <Region name="interaction.side-panel" interaction={interaction} contact={contact} />
    </aside>
  );
}
