import { useTranslation } from 'react-i18next';
import { type Choice, Select } from '../../../../components/select.tsx';
import { languages } from '../../../../i18n/languages.ts';
import type { EditorProps } from './editor-props.ts';

interface ChoiceEditorProps extends EditorProps {
  readonly choices: readonly Choice[];
  readonly mayBeEmpty: boolean;
}

function ChoiceEditor({ option, editor, describedBy, choices, mayBeEmpty }: ChoiceEditorProps) {
  const { t } = useTranslation();
  const all = mayBeEmpty ? [{ value: '', label: t('options.edit.none') }, ...choices] : choices;
  return (
    <Select
      label={t('options.value', { name: option.name })}
      value={option.value.text}
      choices={all}
      isDisabled={editor.busy}
      describedBy={describedBy}
      onChange={(value) => void editor.set(value)}
    />
  );
}

/** One of the words an option may be; the words are those of the files, which administrators speak of. */
export function EnumEditor(props: EditorProps) {
  const { type } = props.option;
  if (type.kind !== 'enum') return null;
  const choices = type.values.map((value) => ({ value, label: value }));
  return <ChoiceEditor {...props} choices={choices} mayBeEmpty={type.mayBeEmpty ?? false} />;
}

/** One of the languages there is a catalogue of, or one of the option's own words. */
export function LanguageEditor(props: EditorProps) {
  const { t } = useTranslation();
  const { type } = props.option;
  if (type.kind !== 'language') return null;
  const words = (type.words ?? []).map((value) => ({
    value,
    label: value === 'system' ? t('options.edit.system') : value,
  }));
  const choices = [...words, ...Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))];
  return <ChoiceEditor {...props} choices={choices} mayBeEmpty={type.mayBeEmpty ?? false} />;
}
