import { useEffect, useState } from 'react';
import type { OptionEditor } from '../use-option-editor.ts';

export interface DraftValue {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Sets the option, when the text is another one than it has. */
  readonly commit: (text?: string) => void;
  /** Gives back what the option has. */
  readonly revert: () => void;
}

/** A value while it is being written: what was refused stays, to be put right; a value from elsewhere replaces it. */
export function useDraftValue(value: string, editor: OptionEditor): DraftValue {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return {
    text,
    setText,
    commit: (written = text) => {
      if (written !== value && !editor.busy) void editor.set(written);
    },
    revert: () => setText(value),
  };
}
