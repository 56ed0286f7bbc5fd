import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOptionWords } from '../use-option-words.ts';
import type { EditorProps } from './editor-props.ts';
import styles from './editors.module.css';
import { useDraftValue } from './use-draft-value.ts';

/** Whatever is written: text, numbers, lists, addresses. Enter and leaving the field set it, Escape gives it back. */
export function TextEditor({ option, editor, describedBy }: EditorProps) {
  const { t } = useTranslation();
  const words = useOptionWords();
  const { type, name, value } = option;
  const draft = useDraftValue(value.text, editor);
  const number = type.kind === 'integer';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') draft.commit();
    if (event.key === 'Escape') draft.revert();
  };
  const unit = words.unit(type);
  return (
    <span className={styles.line} data-number={number}>
      <input
        className={styles.text}
        aria-label={t('options.value', { name })}
        aria-describedby={describedBy}
        aria-invalid={editor.refusal !== ''}
        type={type.kind === 'secret' ? 'password' : 'text'}
        inputMode={number ? 'numeric' : 'text'}
        spellCheck={type.kind === 'text'}
        dir="auto"
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => draft.commit()}
      />
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}
