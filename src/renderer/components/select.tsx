import { Check, ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import styles from './select.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps {
  /** Its accessible name. */
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
}

/** One of several. A value that is not among the choices is shown, and can be left. */
export function Select({ label, value, choices, onChange, isDisabled = false, describedBy }: SelectProps) {
  const known = choices.some((choice) => choice.value === value);
  const all = known ? choices : [{ value, label: value }, ...choices];
  return (
    <AriaSelect
      className={styles.select ?? ''}
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isDisabled={isDisabled}
    >
      <Button className={styles.button ?? ''}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={all.map((choice) => ({ id: choice.value, ...choice }))}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item ?? ''}>
              <span className={styles.text}>{choice.label}</span>
              <Check className={styles.check} aria-hidden="true" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
