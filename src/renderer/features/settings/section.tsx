import type { ReactNode } from 'react';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  /** One sentence about what is here. */
  readonly lead?: string;
  /** Stands beside the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One section of the settings: its title, what it is for, and what is in it. */
export function Section({ title, lead, action, children }: SectionProps) {
  return (
    <div className={styles.section}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
