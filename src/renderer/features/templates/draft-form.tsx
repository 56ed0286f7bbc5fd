import { useTranslation } from 'react-i18next';
import type { TemplateDraft } from '#shared/protocol/library.ts';
import { Select } from '../../components/select.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { languageName } from '../../i18n/language-name.ts';
import { ButtonsPart } from './buttons-part.tsx';
import { withExample, withWords } from './draft-model.ts';
import { ExampleFields } from './example-fields.tsx';
import styles from './template-dialog.module.css';
import { TextPart } from './text-part.tsx';
import type { DraftWork } from './use-draft.ts';

const CATEGORIES = ['utility', 'marketing'] as const;

export interface DraftFormProps {
  readonly work: DraftWork;
  readonly languages: readonly string[];
  /** Name and language of a template that is there already stay as they are. */
  readonly isNew: boolean;
}

/** Everything an administrator says of a template (WA-4). */
export function DraftForm({ work, languages, isNew }: DraftFormProps) {
  const { t } = useTranslation();
  const { draft, errors, change, touch } = work;
  const header = draft.header ?? { text: '', examples: {} };
  return (
    <div className={styles.form}>
      <TextEntry
        path="name"
        label={t('templates.name')}
        hint={t(isNew ? 'templates.name.hint' : 'templates.name.fixed')}
        isDisabled={!isNew}
        value={draft.name}
        error={errors.name}
        onChange={(name) => change({ name })}
        onLeave={() => touch('name')}
      />
      <Kind work={work} languages={languages} isNew={isNew} />
      <TextEntry
        path="header.text"
        label={t('templates.header')}
        hint={t('templates.header.hint')}
        value={header.text}
        error={errors['header.text']}
        onChange={(text) => change({ header: text === '' ? null : withWords(header, text) })}
        onLeave={() => touch('header.text')}
      />
      <ExampleFields
        part="header"
        text={header}
        work={work}
        onChange={(name, example) => change({ header: withExample(header, name, example) })}
      />
      <TextPart work={work} />
      <ExampleFields
        part="body"
        text={draft.body}
        work={work}
        onChange={(name, example) => change({ body: withExample(draft.body, name, example) })}
      />
      <TextEntry
        path="footer"
        label={t('templates.footer')}
        hint={t('templates.footer.hint')}
        value={draft.footer ?? ''}
        error={errors.footer}
        onChange={(footer) => change({ footer: footer === '' ? null : footer })}
        onLeave={() => touch('footer')}
      />
      <ButtonsPart work={work} />
    </div>
  );
}

function Kind({ work, languages, isNew }: DraftFormProps) {
  const { t, i18n } = useTranslation();
  const { draft, change } = work;
  const names = languages
    .map((value) => ({ value, label: languageName(value, i18n.language) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const categories = CATEGORIES.map((value) => ({ value, label: t(`template.category.${value}`) }));
  return (
    <div className={styles.pair}>
      <div className={styles.choice} data-path="language">
        <span aria-hidden="true">{t('templates.language')}</span>
        <Select
          label={t('templates.language')}
          value={draft.language}
          choices={names}
          isDisabled={!isNew}
          onChange={(language) => change({ language })}
        />
      </div>
      <div className={styles.choice} data-path="category">
        <span aria-hidden="true">{t('templates.category')}</span>
        <Select
          label={t('templates.category')}
          value={draft.category}
          choices={categories}
          onChange={(value) => change({ category: value as TemplateDraft['category'] })}
        />
      </div>
    </div>
  );
}
