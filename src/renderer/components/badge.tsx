import styles from './badge.module.css';

export interface BadgeProps {
  readonly count: number;
  /** What the number counts, in words. */
  readonly label: string;
  readonly look?: 'accent' | 'danger';
}

/** A number in a round sign; nothing at zero. */
export function Badge({ count, label, look = 'accent' }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span className={styles.badge} data-look={look}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
