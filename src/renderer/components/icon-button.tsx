import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Its accessible name, and its tooltip unless `tooltip` says otherwise. */
  readonly label: string;
  readonly tooltip?: string;
  readonly children: ReactNode;
}

/** A button that shows only an icon; its name is a tooltip for those who see and the name for those who do not. */
export function IconButton({ label, tooltip = label, children, ...props }: IconButtonProps) {
  return (
    <Tooltip text={tooltip}>
      <AriaButton {...props} aria-label={label} className={styles.button ?? ''}>
        {children}
      </AriaButton>
    </Tooltip>
  );
}
