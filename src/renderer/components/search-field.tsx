import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  /** Its accessible name. */
  readonly label: string;
  readonly placeholder: string;
  /** Name of the button that empties it; Escape does the same. */
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** It takes the focus when it appears. */
  readonly autoFocus?: boolean;
}

/** Finds as one types. */
export function SearchField({ label, placeholder, clearLabel, value, onChange, autoFocus = false }: SearchFieldProps) {
  return (
    <AriaSearchField
      className={styles.field ?? ''}
      aria-label={label}
      value={value}
      onChange={onChange}
      // Only where a dialog was opened for it.
      autoFocus={autoFocus}
    >
      <Search aria-hidden="true" />
      <Input className={styles.input ?? ''} placeholder={placeholder} spellCheck={false} />
      {value !== '' && (
        <Button className={styles.clear ?? ''} aria-label={clearLabel}>
          <X aria-hidden="true" />
        </Button>
      )}
    </AriaSearchField>
  );
}
