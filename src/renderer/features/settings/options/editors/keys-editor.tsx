import { shortcutOptionName, shortcuts } from '#shared/commands/shortcuts.ts';
import { ShortcutKeys } from '../../keyboard/shortcut-keys.tsx';
import type { EditorProps } from './editor-props.ts';
import { TextEditor } from './text-editor.tsx';

/** The keys of a command, by pressing them; keys of what is no command of the host are written. */
export function KeysEditor(props: EditorProps) {
  const { option, editor } = props;
  const id = shortcuts.find((shortcut) => shortcutOptionName(shortcut.id) === option.name)?.id;
  if (id === undefined) return <TextEditor {...props} />;
  return <ShortcutKeys id={id} chord={option.value.text} editor={editor} />;
}
