import { useTranslation } from 'react-i18next';
import type { EditorProps } from './editor-props.ts';
import styles from './editors.module.css';
import { TextEditor } from './text-editor.tsx';

/** The form the system's colour chooser understands: six digits, without transparency. */
function sixDigits(text: string): string {
  const digits = /^#([0-9a-f]+)$/i.exec(text)?.[1] ?? '';
  if (digits.length >= 6) return `#${digits.slice(0, 6)}`;
  if (digits.length >= 3) return `#${[...digits.slice(0, 3)].map((digit) => digit + digit).join('')}`;
  return '#000000';
}

/** A colour, chosen by eye or written. */
export function ColourEditor(props: EditorProps) {
  const { t } = useTranslation();
  const { option, editor } = props;
  return (
    <span className={styles.line}>
      <input
        type="color"
        className={styles.colour}
        data-empty={option.value.text === ''}
        aria-label={`${t('options.edit.colour')}: ${option.name}`}
        // Uncontrolled: the chooser tells of every colour it passes over, and only the last one is meant.
        key={option.value.text}
        defaultValue={sixDigits(option.value.text)}
        onBlur={(event) => {
          if (event.target.value !== sixDigits(option.value.text)) void editor.set(event.target.value);
        }}
      />
      <TextEditor {...props} />
    </span>
  );
}
