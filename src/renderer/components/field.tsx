import type { ReactNode } from 'react';
import { FieldError, Label, TextField, type TextFieldProps } from 'react-aria-components';
import styles from './field.module.css';

export interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string;
  /** Said when it was left empty and must not be. */
  readonly missing?: string;
  /** The input, with what stands in it. */
  readonly children: ReactNode;
}

/** A line to fill in, with its label above it. */
export function Field({ label, missing, children, ...field }: FieldProps) {
  return (
    <TextField {...field} className={styles.field ?? ''}>
      <Label>{label}</Label>
      {children}
      {missing !== undefined && <FieldError className={styles.missing ?? ''}>{missing}</FieldError>}
    </TextField>
  );
}
