import { UserRound } from 'lucide-react';
import { memo } from 'react';
import styles from './avatar.module.css';
import { avatarColour, initialsOf } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  /** Gives a stable colour; without it the accent is used. */
  readonly id?: string;
  readonly size?: 'small' | 'medium' | 'large' | 'extra-large';
}

/**
 * Initials of a person, drawn by the style sheet: they are no text to be read, found or copied, for the name stands
 * beside them.
 */
export const Avatar = memo(function Avatar({ name, id, size = 'medium' }: AvatarProps) {
  const initials = initialsOf(name);
  return (
    <span
      className={styles.avatar}
      data-size={size}
      data-colour={id === undefined ? 'accent' : avatarColour(id)}
      data-initials={initials}
      aria-hidden="true"
    >
      {initials === '' && <UserRound />}
    </span>
  );
});
