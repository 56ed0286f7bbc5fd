import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { type OptionFilter, optionFilters } from './filter-options.ts';
import styles from './options-section.module.css';

export interface FilterBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly filters: ReadonlySet<OptionFilter>;
  readonly onFilters: (filters: ReadonlySet<OptionFilter>) => void;
  readonly counts: Readonly<Record<OptionFilter, number>>;
  readonly shown: number;
  readonly all: number;
}

/** Search and chips, and how much they leave. */
export function FilterBar({ query, onQuery, filters, onFilters, counts, shown, all }: FilterBarProps) {
  const { t } = useTranslation();
  const toggle = (filter: OptionFilter, on: boolean) => {
    const others = [...filters].filter((other) => other !== filter);
    onFilters(new Set(on ? [...others, filter] : others));
  };
  return (
    <div className={styles.bar}>
      <SearchField
        label={t('options.search')}
        placeholder={t('options.search.placeholder')}
        clearLabel={t('options.search.clear')}
        value={query}
        onChange={onQuery}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that is seen. */}
      <div className={styles.chips} role="group" aria-label={t('options.filter')}>
        {optionFilters.map((filter) => (
          <Chip
            key={filter}
            label={t(`options.filter.${filter}`)}
            count={counts[filter]}
            selected={filters.has(filter)}
            onChange={(on) => toggle(filter, on)}
          />
        ))}
        <span className={styles.count} role="status">
          {t('options.count', { shown, count: all })}
        </span>
      </div>
    </div>
  );
}
