import { FileText } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandardResponse } from '#shared/domain/standard-response.ts';
import { type FieldFacts, resolveFields } from '#shared/rules/field-codes.ts';
import styles from './completion-list.module.css';
import { bodyOf } from './search.ts';

export interface CompletionListProps {
  readonly id: string;
  readonly offered: readonly StandardResponse[];
  /** Whom it is for: what is known is filled in. */
  readonly facts: FieldFacts | undefined;
  /** Place of the one that Enter takes. */
  readonly active: number;
  /** Px from the text box's left edge. */
  readonly x: number;
  readonly onPoint: (place: number) => void;
  readonly onChoose: (response: StandardResponse) => void;
}

/** What a shortcut that is being typed may mean, at the caret; the focus stays in the text. */
export function CompletionList({ id, offered, facts, active, x, onPoint, onChoose }: CompletionListProps) {
  const { t } = useTranslation();
  const shown = (response: StandardResponse) => {
    const body = bodyOf(response);
    return (facts ? resolveFields(body, facts).text : body).replace(/\s+/g, ' ');
  };
  return (
    <div className={styles.popup} style={{ '--caret': `${x}px` } as CSSProperties}>
      <p className="visually-hidden" role="status">
        {t('responses.offered', { count: offered.length })}
      </p>
      <div id={id} className={styles.list} role="listbox" aria-label={t('responses')}>
        {offered.map((response, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: an active descendant is never focused itself
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text box has the keys
          <div
            key={response.id}
            id={`${id}-${place}`}
            className={styles.option}
            role="option"
            aria-selected={place === active}
            // A pointer that only lies there while the list moves below it must not choose.
            onPointerMove={() => place !== active && onPoint(place)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(response)}
          >
            <span className={styles.shortcut}>/{response.shortcut}</span>
            <span className={styles.name} dir="auto">
              {response.name}
            </span>
            {response.files.length > 0 && <FileText aria-hidden="true" />}
            <span className={styles.text} dir="auto">
              {shown(response)}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
