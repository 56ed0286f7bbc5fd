import type { ReactNode } from 'react';
import styles from './ring.module.css';

export interface RingProps {
  /** What is left, from 0 to 1. */
  readonly left: number;
  /** In words, for those who do not see it. */
  readonly label: string;
  readonly urgent?: boolean;
  readonly children: ReactNode;
}

const RADIUS = 16;
const LENGTH = 2 * Math.PI * RADIUS;

/** A countdown: an arc that shrinks around the seconds that are left. */
export function Ring({ left, label, urgent = false, children }: RingProps) {
  const share = Math.min(1, Math.max(0, left));
  return (
    <span className={styles.ring} data-urgent={urgent} role="timer" aria-label={label}>
      <svg viewBox="0 0 36 36" aria-hidden="true">
        <circle className={styles.track} cx="18" cy="18" r={RADIUS} />
        <circle
          className={styles.arc}
          cx="18"
          cy="18"
          r={RADIUS}
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - share)}
        />
      </svg>
      <span aria-hidden="true">{children}</span>
    </span>
  );
}
