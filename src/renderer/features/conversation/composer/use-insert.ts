import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { fieldCodePlaces } from '#shared/rules/field-codes.ts';
import { type Span, withSpaces } from './with-spaces.ts';

export interface InsertOptions {
  /** What the words take the place of; what is selected unless given. */
  readonly replace?: Span | undefined;
  /** Part of the words that is selected then; the caret is behind them unless given. */
  readonly select?: Span | undefined;
  /** Spaces keep the words from sticking to those beside them. */
  readonly apart?: boolean;
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
    (words, { replace, select = { start: words.length, end: words.length }, apart = false } = {}) => {
      const element = field.current;
      if (!element) return;
      const { value, selectionStart, selectionEnd } = element;
      const place = replace ?? placeFor(value, { start: selectionStart, end: selectionEnd });
      const { text, before } = apart ? withSpaces(value, place, words) : { text: words, before: 0 };
      const from = place.start + before;
      element.focus();
      element.setSelectionRange(place.start, place.end);
      const chosen = { start: from + select.start, end: from + select.end };
      caret.current = chosen;
      if (!typeIn(text)) setText(value.slice(0, place.start) + text + value.slice(place.end));
      // What was typed stands there already.
      element.setSelectionRange(chosen.start, chosen.end);
    },
    [field, setText],
  );
}

/**
 * As if it were typed: what is put in otherwise takes all that was typed before out of reach of Undo, and no newer
 * interface of the browser keeps it. False when the browser refused.
 */
function typeIn(words: string): boolean {
  if (words === '') return document.execCommand('delete');
  return document.execCommand('insertText', false, words);
}

/** A field code is selected so that it is filled in, not so that other words take its place. */
function placeFor(text: string, selected: Span): Span {
  const isCode = fieldCodePlaces(text).some(({ start, end }) => start === selected.start && end === selected.end);
  return isCode ? { start: text.length, end: text.length } : selected;
}
