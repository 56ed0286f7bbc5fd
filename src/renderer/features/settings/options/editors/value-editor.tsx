import type { OptionInfo } from '#shared/ipc/option-list.ts';
import type { OptionEditor } from '../use-option-editor.ts';
import { BooleanEditor } from './boolean-editor.tsx';
import { EnumEditor, LanguageEditor } from './choice-editors.tsx';
import { ColourEditor } from './colour-editor.tsx';
import { KeysEditor } from './keys-editor.tsx';
import { TextEditor } from './text-editor.tsx';

export interface EditorProps {
  readonly option: OptionInfo;
  readonly editor: OptionEditor;
  /** Id of what says the range or the refusal. */
  readonly describedBy: string;
}

/** The field in which an option is changed, by its type. */
export function ValueEditor(props: EditorProps) {
  switch (props.option.type.kind) {
    case 'boolean':
      return <BooleanEditor {...props} />;
    case 'enum':
      return <EnumEditor {...props} />;
    case 'language':
      return <LanguageEditor {...props} />;
    case 'colour':
      return <ColourEditor {...props} />;
    case 'key-chord':
      return <KeysEditor {...props} />;
    default:
      return <TextEditor {...props} />;
  }
}
