import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../state/hooks.ts';
import { useBuilder } from './builder-context.ts';
import { CountedField } from './counted-field.tsx';
import type { DraftRow } from './draft.ts';
import { type Direction, moveRow, removeRow, rowCount, writeRow } from './edits.ts';
import { EntryTools } from './entry-tools.tsx';
import styles from './interactive-builder.module.css';

export interface RowEntryProps {
  readonly row: DraftRow;
  /** Places of the section and of the row in it. */
  readonly section: number;
  readonly index: number;
}

/** One row of a list; moved over the ends of its section it goes into the next one. */
export function RowEntry({ row, section, index }: RowEntryProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { draft, limits, change, focusEntry } = useBuilder();
  const { sections } = draft;
  const rows = sections.flatMap((one) => one.rows);
  const at = rows.findIndex(({ id }) => id === row.id);
  const field = `interactive.sections.${section}.rows.${index}`;
  const name = t('interactive.row', { number: at + 1 });
  const move = (direction: Direction) => {
    const next = moveRow(draft, row.id, direction);
    change(() => next);
    focusEntry(row.id, direction);
    const place = next.sections.flatMap((one) => one.rows).findIndex(({ id }) => id === row.id) + 1;
    announce(t('interactive.moved', { name, place, of: rows.length }));
  };
  const remove = () => {
    change((now) => removeRow(now, row.id));
    focusEntry(rows[at + 1]?.id ?? rows[at - 1]?.id ?? '', 'text');
  };
  const last = section === sections.length - 1 && index === (sections[section]?.rows.length ?? 0) - 1;
  return (
    <li className={styles.entry} data-entry={row.id}>
      <div className={styles.rowFields}>
        <CountedField
          field={`${field}.title`}
          label={name}
          value={row.title}
          max={limits.list.title}
          onChange={(title) => change((now) => writeRow(now, row.id, { title }))}
        />
        <CountedField
          field={`${field}.description`}
          label={t('interactive.row-description', { number: at + 1 })}
          value={row.description}
          max={limits.list.description}
          optional
          onChange={(description) => change((now) => writeRow(now, row.id, { description }))}
        />
      </div>
      <EntryTools
        name={name}
        canMove={{ up: section > 0 || index > 0, down: !last }}
        onMove={move}
        onRemove={rowCount(draft) > 1 ? remove : undefined}
      />
    </li>
  );
}
