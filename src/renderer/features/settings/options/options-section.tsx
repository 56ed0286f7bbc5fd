import { SearchX } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptionInfo } from '#shared/ipc/option-list.ts';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Section } from '../section.tsx';
import { FilterBar } from './filter-bar.tsx';
import { countFilters, filterOptions, type OptionFilter } from './filter-options.ts';
import { groupOptions, type OptionGroup } from './group-options.ts';
import { OptionRow } from './option-row.tsx';
import styles from './options-section.module.css';
import { RestartBanner } from './restart-banner.tsx';

const NO_FILTERS: ReadonlySet<OptionFilter> = new Set();
const NOTHING_YET: readonly OptionInfo[] = [];

/** Every option with its value and why it has it; searched, filtered, and changed where it is the agent's (OPT-2). */
export function OptionsSection({ options }: { readonly options: readonly OptionInfo[] }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [filters, setFilters] = useState(NO_FILTERS);
  // Typing stays instant: the list follows as soon as it can.
  const sought = useDeferredValue(query);
  const found = useMemo(() => filterOptions(options, sought, filters), [options, sought, filters]);
  // The page opens at once; hundreds of rows come right after, without holding up what is typed meanwhile.
  const drawn = useDeferredValue(found, NOTHING_YET);
  const counts = useMemo(() => countFilters(options), [options]);
  const showAll = () => {
    setQuery('');
    setFilters(NO_FILTERS);
  };
  return (
    <Section title={t('settings.section.options')} lead={t('options.lead')}>
      <RestartBanner waiting={counts.waiting} />
      <FilterBar
        query={query}
        onQuery={setQuery}
        filters={filters}
        onFilters={setFilters}
        counts={counts}
        shown={found.length}
        all={options.length}
      />
      {found.length === 0 ? (
        <EmptyState compact icon={<SearchX />} title={t('options.none.title')} hint={t('options.none.hint')}>
          <Button onPress={showAll}>{t('options.none.all')}</Button>
        </EmptyState>
      ) : (
        <OptionGroups options={drawn} />
      )}
    </Section>
  );
}

/** Drawn again only when what is found has changed, not with each key press. */
const OptionGroups = memo(function OptionGroups({ options }: { readonly options: readonly OptionInfo[] }) {
  const owners = useMemo(() => groupOptions(options), [options]);
  return owners.map(({ owner, groups }) => (
    <section key={owner} className={styles.owner} aria-label={owner}>
      <h2 className={styles.ownerName}>{owner}</h2>
      {groups.map((group) => (
        <Group key={group.name} owner={owner} group={group} />
      ))}
    </section>
  ));
});

function Group({ owner, group }: { readonly owner: string; readonly group: OptionGroup }) {
  const { t } = useTranslation();
  const { name, options } = group;
  return (
    <div className={styles.group}>
      <h3 className={styles.groupName}>
        <span>{name}</span>
        <span className={styles.groupCount}>{t('options.group.count', { count: options.length })}</span>
      </h3>
      <ul className={styles.rows} aria-label={t('options.group', { owner, group: name })}>
        {options.map((option) => (
          <OptionRow key={`${option.section}\n${option.name}`} option={option} />
        ))}
      </ul>
    </div>
  );
}
