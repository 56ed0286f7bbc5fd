import { UserRound } from 'lucide-react';
import styles from './avatar.module.css';
import { avatarColour, initialsOf } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  /** Gives a stable colour; without it the accent is used. */
  readonly id?: string;
  readonly size?: 'small' | 'medium' | 'large' | 'extra-large';
}

/** Initials of a person; says nothing to assistive technology, for the name stands beside it. */
export function Avatar({ name, id, size = 'medium' }: AvatarProps) {
  const initials = initialsOf(name);
  return (
    <span
      className={styles.avatar}
      data-size={size}
      data-colour={id === undefined ? 'accent' : avatarColour(id)}
      aria-hidden="true"
    >
      {initials === '' ? <UserRound /> : initials}
    </span>
  );
}
