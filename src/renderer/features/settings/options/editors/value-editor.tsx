import { BooleanEditor } from './boolean-editor.tsx';
import { EnumEditor, LanguageEditor } from './choice-editors.tsx';
import { ColourEditor } from './colour-editor.tsx';
import type { EditorProps } from './editor-props.ts';
import { KeysEditor } from './keys-editor.tsx';
import { TextEditor } from './text-editor.tsx';

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
