import { type FocusEvent, useMemo, useState } from 'react';
import type { TranscriptRow as Row } from './session-rows.ts';

export interface KeptRows {
  /** Indexes of rows that stay in the page wherever the view goes. */
  readonly indexes: readonly number[];
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

/** Keeps the row that holds the focus: focus never moves by itself (A11Y-1). */
export function useKeptRows(rows: readonly Row[]): KeptRows {
  const [focused, setFocused] = useState<string>();
  const indexes = useMemo(() => {
    const index = focused === undefined ? -1 : rows.findIndex((row) => row.key === focused);
    return index < 0 ? [] : [index];
  }, [rows, focused]);
  return {
    indexes,
    onFocus: (event) => setFocused(event.target.closest<HTMLElement>('[data-message-id]')?.dataset.messageId),
    onBlur: () => setFocused(undefined),
  };
}
