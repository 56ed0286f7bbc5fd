import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon: ReactNode;
  /** What is going on. */
  readonly title: string;
  /** What follows from it, or what to do. */
  readonly hint: string;
  readonly compact?: boolean;
  readonly children?: ReactNode;
}

/** Stands where there is nothing to show and says why, and what to do. */
export function EmptyState({ icon, title, hint, compact = false, children }: EmptyStateProps) {
  return (
    <div className={styles.empty} data-compact={compact}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
