import { Input, Label, Text, TextField } from 'react-aria-components';
import styles from './form.module.css';

export interface AddressFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly isInvalid: boolean;
  /** Of the sentence that says what is wrong. */
  readonly errorId: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** An https address of a file. */
export function AddressField({ label, hint, value, isInvalid, errorId, onChange, onLeave }: AddressFieldProps) {
  return (
    <TextField
      className={styles.field ?? ''}
      type="url"
      value={value}
      onChange={onChange}
      onBlur={onLeave}
      isInvalid={isInvalid}
      validationBehavior="aria"
      {...(isInvalid ? { 'aria-describedby': errorId } : {})}
    >
      <Label>{label}</Label>
      <Input placeholder="https://" spellCheck={false} />
      {!isInvalid && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
    </TextField>
  );
}
