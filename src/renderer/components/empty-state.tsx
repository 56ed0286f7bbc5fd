import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon: ReactNode;
  /** What is going on. */
  readonly title: string;
  /** What follows from it, or what to do. */
  readonly hint: string;
  readonly compact?: boolean;
  /** Its title is the heading of the page. */
  readonly page?: boolean;
  readonly children?: ReactNode;
}

/** Stands where there is nothing to show and says why, and what to do. */
export function EmptyState({ icon, title, hint, compact = false, page = false, children }: EmptyStateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.empty} data-compact={compact}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Title className={styles.title}>{title}</Title>
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  );
}
