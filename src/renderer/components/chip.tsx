import { Check } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import styles from './chip.module.css';

export interface ChipProps {
  readonly label: string;
  /** How many it would leave. */
  readonly count: number;
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
}

/** A filter that is on or off; the tick says it besides the colour. */
export function Chip({ label, count, selected, onChange }: ChipProps) {
  return (
    <ToggleButton className={styles.chip ?? ''} isSelected={selected} onChange={onChange}>
      {selected && <Check aria-hidden="true" />}
      {label}
      <span className={styles.count}>{count}</span>
    </ToggleButton>
  );
}
