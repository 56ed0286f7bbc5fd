import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { useConversation } from '../conversation-context.ts';
import { useTimes } from '../times.ts';
import { excerptParts } from './excerpt.ts';
import styles from './search-bar.module.css';
import { useHighlight } from './use-highlight.ts';
import { useReveal } from './use-reveal.ts';
import { type Search, useSearch } from './use-search.ts';

export interface SearchBarProps {
  readonly onClose: () => void;
}

/** Search in everything this desk has of the contact: newest hit first, Enter goes to older ones (UI-3). */
export function SearchBar({ onClose }: SearchBarProps) {
  const { t } = useTranslation();
  const { interactionId } = useConversation();
  const search = useSearch(interactionId);
  const hit = search.hits[search.at];
  const bar = useRef<HTMLElement>(null);
  useReveal(hit);
  useHighlight(hit);
  useEffect(() => bar.current?.querySelector('input')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') search.go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const none = search.hits.length === 0;
  return (
    <search ref={bar} className={styles.bar} onKeyDownCapture={onKeyDown}>
      <div className={styles.row}>
        <SearchField
          label={t('conversation.search')}
          placeholder={t('conversation.search')}
          clearLabel={t('conversation.search.clear')}
          value={search.typed}
          onChange={search.setTyped}
        />
        <Count search={search} />
        <IconButton label={t('conversation.search.newer')} isDisabled={none} onPress={() => search.go(-1)}>
          <ChevronDown />
        </IconButton>
        <IconButton label={t('conversation.search.older')} isDisabled={none} onPress={() => search.go(1)}>
          <ChevronUp />
        </IconButton>
        <IconButton label={t('conversation.search.close')} onPress={onClose}>
          <X />
        </IconButton>
      </div>
      {hit && <Found hit={hit} />}
    </search>
  );
}

function Count({ search: { typed, hits, busy, at } }: { readonly search: Search }) {
  const { t } = useTranslation();
  if (typed.trim() === '') return null;
  const words = hits.length > 0 ? t('conversation.search.place', { at: at + 1, of: hits.length }) : '';
  return (
    <span role="status" className={styles.count}>
      {words || (busy ? '' : t('conversation.search.none'))}
    </span>
  );
}

/** The hit in a line, for whoever does not see where the transcript went. */
function Found({ hit }: { readonly hit: Search['hits'][number] }) {
  const { date } = useTimes();
  return (
    <p className={styles.found} dir="auto">
      <time>{date(hit.message.arrivalTime)}</time>{' '}
      {excerptParts(hit.excerpt).map(({ text, found }, index) =>
        // The pieces have no names of their own, and never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        found ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </p>
  );
}
