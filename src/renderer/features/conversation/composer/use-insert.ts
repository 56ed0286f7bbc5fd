import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { fieldCodePlaces } from '#shared/rules/field-codes.ts';

/** A part of a text, from its first character to behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface InsertOptions {
  /** What the words take the place of; what is selected unless given. */
  readonly replace?: Span | undefined;
  /** Part of the words that is selected then; the caret is behind them unless given. */
  readonly select?: Span | undefined;
}

export type Insert = (words: string, options?: InsertOptions) => void;

/** Inserts at the caret of the text box, which gets the focus. */
export function useInsert(field: RefObject<HTMLTextAreaElement | null>, setText: (text: string) => void): Insert {
  const caret = useRef<Span>(undefined);
  // React writes the new text with this rendering; a caret set before would go to its end.
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current.start, caret.current.end);
    caret.current = undefined;
  });
  return useCallback(
    (words, { replace, select = { start: words.length, end: words.length } } = {}) => {
      const element = field.current;
      if (!element) return;
      const { value, selectionStart, selectionEnd } = element;
      const { start, end } = replace ?? placeFor(value, { start: selectionStart, end: selectionEnd });
      element.focus();
      caret.current = { start: start + select.start, end: start + select.end };
      setText(value.slice(0, start) + words + value.slice(end));
    },
    [field, setText],
  );
}

/** A field code is selected so that it is filled in, not so that other words take its place. */
function placeFor(text: string, selected: Span): Span {
  const isCode = fieldCodePlaces(text).some(({ start, end }) => start === selected.start && end === selected.end);
  return isCode ? { start: text.length, end: text.length } : selected;
}
