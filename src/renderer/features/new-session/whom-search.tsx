import { Phone } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#shared/domain/contact.ts';
import { Avatar } from '../../components/avatar.tsx';
import { FormRefusal } from '../../components/form-refusal.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { numberOf, spaced } from '../../plugins/contact-number.ts';
import { useContactName } from '../../plugins/display-names.ts';
import { usePrivilege } from '../../state/hooks.ts';
import { privileges } from '../../state/privileges.ts';
import { type FindContacts, useFindContacts } from './use-find-contacts.ts';
import { numberFault, numberIn, type Whom } from './whom.ts';
import styles from './whom-search.module.css';

export interface WhomSearchProps {
  readonly onChoose: (whom: Whom) => void;
}

/** Asks whom to write to: a contact, found as one types, or a number nobody has written from yet. */
export function WhomSearch({ onChoose }: WhomSearchProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const maySee = usePrivilege(privileges.contact);
  const search = useFindContacts(text, maySee);
  return (
    <div className={styles.search}>
      {/* The list takes the arrows and Enter while the field keeps the focus. */}
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField
          label={t('new-session.whom')}
          placeholder={t(maySee ? 'new-session.whom.placeholder' : 'new-session.whom.placeholder.number')}
          clearLabel={t('new-session.whom.clear')}
          value={text}
          onChange={setText}
          autoFocus
        />
        <Results text={text} search={search} onChoose={onChoose} />
      </Autocomplete>
      {search.refusal && <FormRefusal message={search.refusal.message} />}
      <Hint text={text} search={search} maySee={maySee} />
    </div>
  );
}

interface ResultsProps extends WhomSearchProps {
  readonly text: string;
  readonly search: FindContacts;
}

function Results({ text, search, onChoose }: ResultsProps) {
  const { t } = useTranslation();
  const nameOf = useContactName();
  const number = numberIn(text);
  const contacts = search.found?.contacts ?? [];
  if (contacts.length === 0 && number === undefined) return null;
  const choose = (key: string) => {
    const contact = contacts.find(({ id }) => id === key);
    if (contact) onChoose({ kind: 'contact', contact, name: nameOf(contact) });
    else if (number !== undefined) onChoose({ kind: 'number', number });
  };
  return (
    <ListBox
      className={styles.list ?? ''}
      aria-label={t('new-session.whom.list')}
      onAction={(key) => choose(String(key))}
    >
      {contacts.map((contact) => (
        <ListBoxItem key={contact.id} id={contact.id} className={styles.item ?? ''} textValue={nameOf(contact)}>
          <Person contact={contact} name={nameOf(contact)} />
        </ListBoxItem>
      ))}
      {number !== undefined && (
        // One entry, whatever the number is by now: an entry cannot take another id.
        <ListBoxItem
          id="number"
          className={styles.item ?? ''}
          textValue={t('new-session.whom.write-to', { number: spaced(number) })}
        >
          <span className={styles.phone} aria-hidden="true">
            <Phone />
          </span>
          <span className={styles.name}>{t('new-session.whom.write-to', { number: spaced(number) })}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function Person({ contact, name }: { readonly contact: Contact; readonly name: string }) {
  return (
    <>
      <Avatar name={name} id={contact.id} size="small" />
      <span className={styles.name} dir="auto">
        {name}
      </span>
      <span className={styles.number}>{numberOf(contact)}</span>
    </>
  );
}

interface HintProps {
  readonly text: string;
  readonly search: FindContacts;
  readonly maySee: boolean;
}

function Hint({ text, search: { found, refusal }, maySee }: HintProps) {
  const { t } = useTranslation();
  if (refusal) return null;
  if (found?.hasMore) return <p className={styles.hint}>{t('new-session.whom.more')}</p>;
  const fault = numberFault(text);
  if (fault && !(found && found.contacts.length > 0)) {
    return <p className={styles.hint}>{t(`new-session.whom.fault.${fault.what}`, { part: fault.part })}</p>;
  }
  if (found && found.contacts.length === 0 && numberIn(text) === undefined) {
    return <p className={styles.hint}>{t('new-session.whom.none', { text: found.text })}</p>;
  }
  if (text.trim() !== '' && maySee) return null;
  return <p className={styles.hint}>{t(maySee ? 'new-session.whom.hint' : 'new-session.whom.number-hint')}</p>;
}
