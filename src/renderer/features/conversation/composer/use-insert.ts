import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

/** Inserts at the caret of the text box, which gets the focus, and leaves the caret behind it. */
export function useInsert(
  field: RefObject<HTMLTextAreaElement | null>,
  setText: (text: string) => void,
): (words: string) => void {
  const caret = useRef<number>(undefined);
  // React writes the new text with this rendering; a caret set before would go to its end.
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });
  return useCallback(
    (words) => {
      const element = field.current;
      if (!element) return;
      const { value, selectionStart, selectionEnd } = element;
      element.focus();
      caret.current = selectionStart + words.length;
      setText(value.slice(0, selectionStart) + words + value.slice(selectionEnd));
    },
    [field, setText],
  );
}
