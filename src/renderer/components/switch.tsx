import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import styles from './switch.module.css';

export interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Its accessible name. */
  readonly label: string;
  /** What it says beside it; the state in words. */
  readonly state: string;
}

/** On or off, at once; the words beside it say which, the colour only underlines. */
export function Switch({ label, state, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} aria-label={label} className={styles.switch ?? ''}>
      <span className={styles.track} aria-hidden="true">
        <i />
      </span>
      <span aria-hidden="true">{state}</span>
    </AriaSwitch>
  );
}
