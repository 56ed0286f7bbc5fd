import { FileX2, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Template, TemplateList } from '#shared/domain/template.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Pill, type PillProps } from '../../components/pill.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { languageName } from '../../i18n/language-name.ts';
import type { Listed } from '../../state/library-store.ts';
import { TemplateStatusPill } from '../notifications/index.ts';
import { fixedBecause, inOrder } from './draft-model.ts';
import styles from './templates-section.module.css';

interface Actions {
  readonly onChange: (template: Template) => void;
  readonly onDelete: (template: Template) => void;
  /** Why it is not approved, in words; undefined where its status says it all. */
  readonly reasonOf: (template: Template) => string | undefined;
}

/** The templates with status, reason and quality, by name and language. */
export function TemplateTable({ list, ...actions }: Actions & { readonly list: Listed<TemplateList> }) {
  const { t } = useTranslation();
  const { value, loading, error } = list;
  const templates = value && inOrder(value.templates);
  if (!templates) {
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
  if (templates.length === 0) {
    return <EmptyState compact icon={<FileX2 />} title={t('notification.empty.title')} hint={t('templates.empty')} />;
  }
  return (
    <ul className={styles.templates} aria-label={t('templates.title')}>
      {templates.map((template) => (
        <Entry key={template.id} template={template} {...actions} />
      ))}
    </ul>
  );
}

const qualityLooks: Readonly<Record<Template['quality'], PillProps['look']>> = {
  green: 'ok',
  yellow: 'warn',
  red: 'danger',
  unknown: 'neutral',
};

function Entry({ template, onChange, onDelete, reasonOf }: Actions & { readonly template: Template }) {
  const { t, i18n } = useTranslation();
  const { id, name, language, category, status, quality, body } = template;
  const reason = reasonOf(template);
  const languageText = languageName(language, i18n.language);
  const of = { name: t('template.row', { name, language: languageText }) };
  const fixed = fixedBecause(template);
  return (
    <li className={styles.template} aria-label={of.name} data-template={id}>
      <div className={styles.words}>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.facts}>
          {languageText} · {t(`template.category.${category}`)}
        </p>
        <p className={styles.text} dir="auto">
          {body.text}
        </p>
        {reason !== undefined && <p className={styles.why}>{t('templates.reason', { reason })}</p>}
        {fixed !== undefined && <p className={styles.facts}>{t(`templates.fixed.${fixed}`)}</p>}
      </div>
      <div className={styles.signs}>
        <TemplateStatusPill status={status} />
        {quality !== 'unknown' && (
          <Pill look={qualityLooks[quality] ?? 'neutral'}>{t(`template.quality.${quality}`)}</Pill>
        )}
      </div>
      <div className={styles.actions}>
        <IconButton
          label={t('templates.edit.of', of)}
          tooltip={t('templates.edit')}
          isDisabled={fixed !== undefined}
          onPress={() => onChange(template)}
        >
          <Pencil />
        </IconButton>
        <IconButton
          label={t('templates.delete.of', of)}
          tooltip={t('templates.delete')}
          isDisabled={status === 'disabled'}
          onPress={() => onDelete(template)}
        >
          <Trash2 />
        </IconButton>
      </div>
    </li>
  );
}
