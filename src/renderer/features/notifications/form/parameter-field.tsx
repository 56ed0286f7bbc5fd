import { WrapText } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import type { TextFormField } from './form-fields.ts';

export interface ParameterFieldProps {
  readonly field: TextFormField;
  readonly label: string;
  readonly value: string;
  /** What is wrong with it; undefined for nothing, or while the agent has not been there. */
  readonly error: string | undefined;
  /** A text in one line. */
  readonly oneLine: (text: string) => string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** Enter begins no line where there may be none; what is pasted keeps its lines, so that the agent sees them. */
function keepOneLine(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
}

/** One parameter of a notification: what it is called, an example, and what is wrong with it. */
export function ParameterField(props: ParameterFieldProps) {
  const { field, label, value, error, oneLine, onChange, onLeave } = props;
  const { t } = useTranslation();
  const hints = [
    ...(field.button?.url ? [t('notification.address', { url: field.button.url })] : []),
    ...(field.example === '' ? [] : [t('notification.example', { example: field.example })]),
  ];
  const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]/.test(value);
  return (
    <TextEntry
      path={field.path}
      label={label}
      value={value}
      error={error}
      hint={hints.join(' · ')}
      placeholder={field.example}
      rows={1}
      onChange={onChange}
      onLeave={onLeave}
      onKeyDown={keepOneLine}
    >
      {breaks && (
        <Button
          size="small"
          aria-label={t('notification.one-line.of', { name: label })}
          onPress={() => onChange(oneLine(value))}
        >
          <WrapText aria-hidden="true" />
          {t('notification.one-line')}
        </Button>
      )}
    </TextEntry>
  );
}
