import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choice-list.module.css';

export interface ChoiceListProps {
  readonly label: ReactNode;
  /** Null: nothing is chosen yet. */
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** `ChoiceItem`s. */
  readonly children: ReactNode;
}

/** One of a few, each with room for what there is to say of it. */
export function ChoiceList({ label, value, onChange, children }: ChoiceListProps) {
  return (
    <RadioGroup value={value} onChange={onChange}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.items}>{children}</div>
    </RadioGroup>
  );
}

export interface ChoiceItemProps {
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly children: ReactNode;
}

export function ChoiceItem({ value, autoFocus = false, children }: ChoiceItemProps) {
  return (
    <Radio value={value} className={styles.item ?? ''} autoFocus={autoFocus}>
      <span className={styles.mark} aria-hidden="true" />
      {children}
    </Radio>
  );
}
