import type { ReactNode } from 'react';
import styles from './pill.module.css';

export interface PillProps {
  readonly look?: 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'info';
  readonly children: ReactNode;
}

/** A short fact in a coloured sign; the words say it, the colour only underlines. */
export function Pill({ look = 'neutral', children }: PillProps) {
  return (
    <span className={styles.pill} data-look={look}>
      {children}
    </span>
  );
}
