import { useTranslation } from 'react-i18next';
import { type Template, templateCategorySchema } from '#shared/domain/template.ts';
import { SearchField } from '../../../components/search-field.tsx';
import { Select } from '../../../components/select.tsx';
import { languageName } from '../../../i18n/language-name.ts';
import { languagesOf, type TemplateFilter } from './template-filter.ts';
import styles from './template-list.module.css';

export interface TemplateFiltersProps {
  readonly templates: readonly Template[];
  readonly filter: TemplateFilter;
  readonly onChange: (filter: TemplateFilter) => void;
}

/** Search over name and text, category and language. */
export function TemplateFilters({ templates, filter, onChange }: TemplateFiltersProps) {
  const { t, i18n } = useTranslation();
  const languages = languagesOf(templates).map((value) => ({ value, label: languageName(value, i18n.language) }));
  const categories = templateCategorySchema.options.map((value) => ({ value, label: t(`template.category.${value}`) }));
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('notification.search')}
        placeholder={t('notification.search.placeholder')}
        clearLabel={t('notification.search.clear')}
        value={filter.words}
        onChange={(words) => onChange({ ...filter, words })}
      />
      <div className={styles.selects}>
        <Select
          label={t('notification.filter.category')}
          value={filter.category ?? ''}
          choices={[{ value: '', label: t('notification.filter.category.all') }, ...categories]}
          onChange={(value) =>
            onChange({ ...filter, category: categories.find((one) => one.value === value)?.value ?? null })
          }
        />
        <Select
          label={t('notification.filter.language')}
          value={filter.language ?? ''}
          choices={[{ value: '', label: t('notification.filter.language.all') }, ...languages]}
          onChange={(value) => onChange({ ...filter, language: value === '' ? null : value })}
        />
      </div>
    </div>
  );
}
