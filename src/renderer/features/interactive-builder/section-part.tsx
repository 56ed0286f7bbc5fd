import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { useAnnounce } from '../../state/hooks.ts';
import { useBuilder } from './builder-context.ts';
import { CountedField } from './counted-field.tsx';
import type { DraftSection } from './draft.ts';
import { addRow, type Direction, moveSection, removeSection, rowCount, titleSection } from './edits.ts';
import { EntryTools } from './entry-tools.tsx';
import styles from './interactive-builder.module.css';
import { RowEntry } from './row-entry.tsx';

export interface SectionPartProps {
  readonly section: DraftSection;
  readonly at: number;
}

function SectionHead({ section, at }: SectionPartProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { draft, limits, change, focusEntry } = useBuilder();
  const { sections } = draft;
  const name = t('interactive.section', { number: at + 1 });
  const move = (direction: Direction) => {
    change((now) => moveSection(now, at, direction));
    focusEntry(section.key, direction);
    announce(t('interactive.moved', { name, place: at + (direction === 'up' ? 0 : 2), of: sections.length }));
  };
  const remove = () => {
    change((now) => removeSection(now, at));
    focusEntry(sections[at + 1]?.key ?? sections[at - 1]?.key ?? '', 'text');
  };
  return (
    <div className={styles.entry} data-entry={section.key}>
      <CountedField
        field={`interactive.sections.${at}.title`}
        label={t('interactive.section-title', { number: at + 1 })}
        value={section.title}
        max={limits.list.sectionTitle}
        optional={sections.length === 1}
        onChange={(title) => change((now) => titleSection(now, at, title))}
      />
      <EntryTools
        name={name}
        canMove={{ up: at > 0, down: at < sections.length - 1 }}
        onMove={move}
        onRemove={sections.length > 1 ? remove : undefined}
      />
    </div>
  );
}

/** One section of a list: its title and its rows. */
export function SectionPart({ section, at }: SectionPartProps) {
  const { t } = useTranslation();
  const { draft, limits, change, focusEntry, findingAt } = useBuilder();
  const empty = findingAt(`interactive.sections.${at}.rows`);
  const add = () => {
    const next = addRow(draft, at);
    change(() => next);
    focusEntry(next.sections[at]?.rows.at(-1)?.id ?? '', 'text');
  };
  return (
    <li className={styles.section}>
      <SectionHead section={section} at={at} />
      <ol className={styles.entries}>
        {section.rows.map((row, index) => (
          <RowEntry key={row.id} row={row} section={at} index={index} />
        ))}
      </ol>
      {section.rows.length === 0 && <p className={styles.error}>{empty}</p>}
      <Button size="small" look="quiet" isDisabled={rowCount(draft) >= limits.list.rows} onPress={add}>
        <Plus aria-hidden="true" />
        {t('interactive.add-row', { number: at + 1 })}
      </Button>
    </li>
  );
}
