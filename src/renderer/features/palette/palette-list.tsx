import { Search } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './palette.module.css';
import type { EntryGroup, PaletteEntry } from './palette-entry.ts';
import { PaletteOption } from './palette-option.tsx';
import { useActiveEntry } from './use-active-entry.ts';

export interface PaletteListProps {
  /** Names the list. */
  readonly title: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly groups: readonly EntryGroup[];
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** A text box with the list of what fits: a combobox whose list is always open (ARIA practices). */
export function PaletteList({ title, placeholder, query, onQuery, groups, onChoose }: PaletteListProps) {
  const { t } = useTranslation();
  const id = useId();
  const optionId = (entry: PaletteEntry | undefined) => entry && `${id}-${entry.id}`;
  const entries = groups.flatMap((group) => group.entries);
  const { active, setActive, onKeyDown, list } = useActiveEntry(entries, query, onChoose);
  return (
    <>
      <div className={styles.search}>
        <Search aria-hidden="true" />
        <input
          className={styles.input}
          role="combobox"
          aria-label={t('palette.open')}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={optionId(active)}
          placeholder={placeholder}
          // biome-ignore lint/a11y/noAutofocus: the palette was opened to type into it
          autoFocus
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="visually-hidden" role="status">
        {t('palette.count', { count: entries.length })}
      </p>
      {entries.length === 0 && <Nothing query={query} />}
      <div ref={list} id={id} className={styles.list} role="listbox" aria-label={title}>
        {groups.map(({ group, entries: members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element of its own stands for
          <div key={group} role="group" aria-labelledby={`${id}-group-${group}`} className={styles.group}>
            <div id={`${id}-group-${group}`} className={styles.heading} role="presentation">
              {t(`palette.group.${group}`)}
            </div>
            {members.map((entry) => (
              <PaletteOption
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                active={entry === active}
                onPoint={setActive}
                onChoose={onChoose}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

function Nothing({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.nothing}>
      <strong>{t('palette.none', { query: query.trim() })}</strong>
      <p>{t('palette.none.hint')}</p>
    </div>
  );
}
