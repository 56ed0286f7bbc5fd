import { CircleAlert } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import styles from './text-entry.module.css';

export interface TextEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  /** What is wrong with it; undefined for nothing. */
  readonly error?: string | undefined;
  /** What helps to fill it in; gives way to an error. */
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  /** Lines it has at least; grows with its text. Absent: one line, which takes no line breaks. */
  readonly rows?: number;
  readonly type?: 'text' | 'url' | 'tel';
  readonly isDisabled?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  /** Finds the field by what it fills in. */
  readonly path?: string;
  /** Stands under the text: what can be done about it. */
  readonly children?: ReactNode;
}

/** A text to fill in, with what is wrong with it at the field itself. */
export function TextEntry(props: TextEntryProps) {
  const { label, value, error, hint, placeholder, rows, type = 'text', isDisabled = false, path, children } = props;
  const { onChange, onLeave, onKeyDown, areaRef } = props;
  const shared = { ...(placeholder === undefined ? {} : { placeholder }), ...(onKeyDown && { onKeyDown }) };
  return (
    <TextField
      className={styles.entry ?? ''}
      type={type}
      value={value}
      onChange={onChange}
      {...(onLeave && { onBlur: onLeave })}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      validationBehavior="aria"
      data-path={path}
    >
      <Label>{label}</Label>
      {rows === undefined ? (
        <Input {...shared} dir="auto" spellCheck={type === 'text'} />
      ) : (
        <TextArea {...shared} {...(areaRef && { ref: areaRef })} rows={rows} dir="auto" spellCheck />
      )}
      <FieldError className={styles.error ?? ''}>
        <CircleAlert aria-hidden="true" />
        <span>{error}</span>
      </FieldError>
      {error === undefined && hint !== undefined && hint !== '' && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      {children}
    </TextField>
  );
}
