import type { RefAttributes } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'>, RefAttributes<HTMLButtonElement> {
  /** One primary button a view; danger for what cannot be taken back. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  /** As wide as its place. */
  readonly wide?: boolean;
}

export function Button({ look = 'secondary', size = 'medium', wide = false, ...props }: ButtonProps) {
  return <AriaButton {...props} className={styles.button ?? ''} data-look={look} data-size={size} data-wide={wide} />;
}
