import type { OptionInfo } from '#shared/ipc/option-list.ts';
import type { OptionEditor } from '../use-option-editor.ts';

/** What every field is given in which an option is changed. */
export interface EditorProps {
  readonly option: OptionInfo;
  readonly editor: OptionEditor;
  /** Id of what says the range or the refusal. */
  readonly describedBy: string;
}
