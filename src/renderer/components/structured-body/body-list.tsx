import { Circle, CircleCheck, List } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListRow, ListSection, StructuredBody } from '#shared/domain/structured-body.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './structured-body.module.css';

export interface BodyListProps {
  readonly list: NonNullable<StructuredBody['list']>;
  readonly chosen: ReadonlySet<string>;
  /** Its entries are shown from the beginning. */
  readonly expanded: boolean;
}

function Row({ row, isChosen }: { readonly row: ListRow; readonly isChosen: boolean }) {
  const { t } = useTranslation();
  const Icon = isChosen ? CircleCheck : Circle;
  return (
    <li className={styles.row} data-chosen={isChosen} title={isChosen ? t('structured.chosen') : undefined}>
      <span className={styles.rowWords}>
        <span className={styles.rowTitle} data-part="row" dir="auto">
          <MarkedText text={row.title} />
        </span>
        {row.description !== undefined && row.description !== '' && (
          <span className={styles.description} dir="auto">
            <MarkedText text={row.description} />
          </span>
        )}
        {isChosen && <span className="visually-hidden">, {t('structured.chosen')}</span>}
      </span>
      <Icon aria-hidden="true" />
    </li>
  );
}

interface SectionProps extends Pick<BodyListProps, 'chosen'> {
  readonly section: ListSection;
  /** Only what was chosen of it. */
  readonly chosenOnly: boolean;
}

function Section({ section, chosen, chosenOnly }: SectionProps) {
  const name = useId();
  const rows = chosenOnly ? section.rows.filter(({ id }) => chosen.has(id)) : section.rows;
  if (chosenOnly && rows.length === 0) return null;
  const titled = section.title !== '';
  return (
    <li className={styles.section}>
      {titled && (
        <div id={name} className={styles.sectionTitle} data-part="section" dir="auto">
          <MarkedText text={section.title} />
        </div>
      )}
      <ul aria-labelledby={titled ? name : undefined}>
        {rows.map((row, index) => (
          <Row key={String(index)} row={row} isChosen={chosen.has(row.id)} />
        ))}
      </ul>
    </li>
  );
}

/** The button of a list, and on demand its entries; what the customer chose of them is always seen. */
export function BodyList({ list, chosen, expanded }: BodyListProps) {
  const [open, setOpen] = useState(expanded);
  return (
    <div className={styles.list}>
      <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        <List aria-hidden="true" />
        <span className={styles.title} data-part="list" dir="auto">
          <MarkedText text={list.button} />
        </span>
      </button>
      {(open || chosen.size > 0) && (
        <ul className={styles.sections}>
          {list.sections.map((section, index) => (
            <Section key={String(index)} section={section} chosen={chosen} chosenOnly={!open} />
          ))}
        </ul>
      )}
    </div>
  );
}
