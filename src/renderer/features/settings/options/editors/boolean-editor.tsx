import { useTranslation } from 'react-i18next';
import { Switch } from '../../../../components/switch.tsx';
import type { EditorProps } from './editor-props.ts';

/** On or off. */
export function BooleanEditor({ option, editor, describedBy }: EditorProps) {
  const { t } = useTranslation();
  const on = option.value.text.toLowerCase() === 'true';
  return (
    <Switch
      label={t('options.value', { name: option.name })}
      state={t(on ? 'options.on' : 'options.off')}
      isSelected={on}
      isDisabled={editor.busy}
      aria-describedby={describedBy}
      onChange={(next) => void editor.set(String(next))}
    />
  );
}
