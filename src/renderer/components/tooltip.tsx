import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

export interface HintProps {
  readonly text: ReactNode;
  readonly placement?: NonNullable<TooltipProps['placement']>;
  /** One focusable element of react-aria. */
  readonly children: ReactElement;
}

/** Says more about a control on hover and on keyboard focus. What must be read stands on the page instead. */
export function Tooltip({ text, placement = 'bottom', children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
