import { FileX2, SearchX } from 'lucide-react';
import { type RefObject, useDeferredValue, useEffect, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TemplateList as List, Template } from '#shared/domain/template.ts';
import type { NotificationViews } from '#shared/plugin-api/views.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Spinner } from '../../../components/spinner.tsx';
import { languageName } from '../../../i18n/language-name.ts';
import type { Listed } from '../../../state/library-store.ts';
import { RefreshLine } from './refresh-line.tsx';
import { filtered, noFilter, templateKey } from './template-filter.ts';
import { TemplateFilters } from './template-filters.tsx';
import styles from './template-list.module.css';
import { TemplateRow } from './template-row.tsx';

export interface TemplateListProps {
  readonly channel: string;
  readonly list: Listed<List>;
  readonly views: NotificationViews;
  /** `templateKey` of the one that is chosen. */
  readonly chosen: string | null;
  /** Why a template cannot be sent to this customer, and so not be chosen; undefined when it can. */
  readonly hindrance: (template: Template) => string | undefined;
  readonly onChoose: (template: Template) => void;
}

/** A channel's templates to choose from, with search, filters and Refresh (UI-7). */
export function TemplateList({ channel, list, views, chosen, hindrance, onChoose }: TemplateListProps) {
  const [filter, setFilter] = useState(noFilter);
  const templates = list.value?.templates ?? [];
  const shown = filtered(templates, useDeferredValue(filter), hindrance);
  const rows = useChosenInView(chosen, templates.length > 0);
  return (
    <div className={styles.panel}>
      <TemplateFilters templates={templates} filter={filter} onChange={setFilter} />
      <div className={styles.scroll} ref={rows}>
        {shown.length > 0 ? (
          <Rows templates={shown} chosen={chosen} hindrance={hindrance} onChoose={onChoose} />
        ) : (
          <Nothing list={list} />
        )}
      </div>
      <RefreshLine channel={channel} list={list.value} views={views} />
    </div>
  );
}

/** An editor that is opened again shows which one it is about. */
function useChosenInView(chosen: string | null, isHere: boolean): RefObject<HTMLDivElement | null> {
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === null || !isHere) return;
    // The rows come after the list itself.
    const frame = requestAnimationFrame(() =>
      rows.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [chosen, isHere]);
  return rows;
}

interface RowsProps extends Pick<TemplateListProps, 'chosen' | 'hindrance' | 'onChoose'> {
  readonly templates: readonly Template[];
}

function Rows({ templates, chosen, hindrance, onChoose }: RowsProps) {
  const { t, i18n } = useTranslation();
  const choose = (key: string | undefined) => {
    const template = templates.find((one) => templateKey(one) === key);
    if (template && hindrance(template) === undefined) onChoose(template);
  };
  return (
    <ListBox
      className={styles.list ?? ''}
      aria-label={t('notification.list')}
      items={templates.map((template) => ({ id: templateKey(template), template }))}
      // Rows do not know by themselves that their reason is in another language now.
      dependencies={[hindrance]}
      selectionMode="single"
      // On the way down the entry would take the focus back from the field that choosing leads to.
      shouldSelectOnPressUp
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => keys !== 'all' && choose([...keys].map(String)[0] ?? chosen ?? undefined)}
    >
      {({ id, template }) => (
        <ListBoxItem
          id={id}
          className={styles.item ?? ''}
          textValue={t('template.row', {
            name: template.name,
            language: languageName(template.language, i18n.language),
          })}
        >
          <TemplateRow template={template} reason={hindrance(template)} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function Nothing({ list }: Pick<TemplateListProps, 'list'>) {
  const { t } = useTranslation();
  const { value, loading, error } = list;
  if (value && value.templates.length > 0) {
    return (
      <EmptyState compact icon={<SearchX />} title={t('notification.none.title')} hint={t('notification.none.hint')} />
    );
  }
  if (value) {
    return (
      <EmptyState compact icon={<FileX2 />} title={t('notification.empty.title')} hint={t('notification.empty.hint')} />
    );
  }
  if (error && !loading) {
    return <EmptyState compact icon={<FileX2 />} title={t('notification.failed')} hint={error.message} />;
  }
  return (
    <p className={styles.loading}>
      <Spinner />
      {t('notification.loading')}
    </p>
  );
}
