import { ChordKeys } from '../../shortcuts/chord-keys.tsx';
import styles from './palette.module.css';
import type { PaletteEntry } from './palette-entry.ts';

export interface PaletteOptionProps {
  readonly id: string | undefined;
  readonly entry: PaletteEntry;
  /** Enter runs it. */
  readonly active: boolean;
  readonly onPoint: (entry: PaletteEntry) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** One entry of the palette with its keys. The focus stays in the text box, which names the active one. */
export function PaletteOption({ id, entry, active, onPoint, onChoose }: PaletteOptionProps) {
  const { title, detail = '', icon, chord, group } = entry;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: an active descendant is never focused itself
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text box has the keys
    <div
      id={id}
      className={styles.option}
      role="option"
      aria-selected={active}
      data-group={group}
      // A pointer that only lies there while the list moves below it must not choose.
      onPointerMove={() => !active && onPoint(entry)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.texts}>
        <span className={styles.name} dir="auto">
          {title}
        </span>
        {detail !== '' && (
          <span className={styles.detail} dir="auto">
            {detail}
          </span>
        )}
      </span>
      {chord !== '' && <ChordKeys chord={chord} />}
    </div>
  );
}
