import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { useBuilder } from './builder-context.ts';
import { CountedField } from './counted-field.tsx';
import { addSection, rowCount } from './edits.ts';
import styles from './interactive-builder.module.css';
import { SectionPart } from './section-part.tsx';

/** The button that opens a list, and its sections. */
export function ListPart() {
  const { t } = useTranslation();
  const { draft, limits, change, focusEntry } = useBuilder();
  const { sections, listButton } = draft;
  const { list } = limits;
  const count = rowCount(draft);
  const add = () => {
    const next = addSection(draft);
    change(() => next);
    focusEntry(next.sections.at(-1)?.key ?? '', 'text');
  };
  return (
    <fieldset className={styles.part}>
      <legend>{t('interactive.list')}</legend>
      <CountedField
        field="interactive.button"
        label={t('interactive.list-button')}
        value={listButton}
        max={list.button}
        onChange={(text) => change((now) => ({ ...now, listButton: text }))}
      />
      <ol className={styles.entries}>
        {sections.map((section, index) => (
          <SectionPart key={section.key} section={section} at={index} />
        ))}
      </ol>
      <div className={styles.listFoot}>
        <Button size="small" isDisabled={sections.length >= list.sections || count >= list.rows} onPress={add}>
          <Plus aria-hidden="true" />
          {t('interactive.add-section')}
        </Button>
        <span className={styles.total} data-over={count > list.rows} role="status">
          {t('interactive.rows', { count, max: list.rows })}
        </span>
      </div>
    </fieldset>
  );
}
