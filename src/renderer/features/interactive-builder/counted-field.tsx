import { useState } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useBuilder } from './builder-context.ts';
import styles from './interactive-builder.module.css';

export interface CountedFieldProps {
  /** Its way in the content, as findings name it. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Most characters; left out: they are not counted. */
  readonly max?: number;
  readonly optional?: boolean;
  readonly multiline?: boolean;
}

/** A text to write, with its count and what is wrong with it. That it is empty is said once it was left so, or asked for. */
export function CountedField({ field, label, value, onChange, max, optional, multiline }: CountedFieldProps) {
  const { t } = useTranslation();
  const { findingAt, telling } = useBuilder();
  const [left, setLeft] = useState(false);
  const finding = value !== '' || left || telling ? findingAt(field) : undefined;
  return (
    <TextField
      className={styles.field ?? ''}
      data-field={field}
      value={value}
      onChange={onChange}
      onBlur={() => setLeft(true)}
      isInvalid={finding !== undefined}
      validationBehavior="aria"
    >
      <span className={styles.labelLine}>
        <Label>
          {label}
          {optional && <span className={styles.optional}> {t('interactive.optional')}</span>}
        </Label>
        {max !== undefined && (
          <Text slot="description" className={styles.count ?? ''} data-over={value.length > max}>
            {t('interactive.count', { used: value.length, max })}
          </Text>
        )}
      </span>
      {multiline ? <TextArea rows={3} dir="auto" /> : <Input dir="auto" />}
      <FieldError className={styles.error ?? ''}>{finding}</FieldError>
    </TextField>
  );
}
