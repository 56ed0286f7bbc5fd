import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/icon-button.tsx';
import type { Direction } from './edits.ts';
import styles from './interactive-builder.module.css';

export interface EntryToolsProps {
  /** What it is called: "Button 2". */
  readonly name: string;
  readonly canMove: Readonly<Record<Direction, boolean>>;
  readonly onMove: (direction: Direction) => void;
  /** Left out for what cannot be taken away. */
  readonly onRemove: (() => void) | undefined;
}

/** Moves and removes one of several entries. */
export function EntryTools({ name, canMove, onMove, onRemove }: EntryToolsProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.tools}>
      <IconButton
        data-control="up"
        label={t('interactive.move-up', { name })}
        isDisabled={!canMove.up}
        onPress={() => onMove('up')}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        data-control="down"
        label={t('interactive.move-down', { name })}
        isDisabled={!canMove.down}
        onPress={() => onMove('down')}
      >
        <ArrowDown />
      </IconButton>
      <IconButton label={t('interactive.remove', { name })} isDisabled={!onRemove} onPress={() => onRemove?.()}>
        <Trash2 />
      </IconButton>
    </span>
  );
}
