import { type RefObject, useEffect, useRef, useState } from 'react';
import { focusFirstField } from '../../components/focus-field.ts';

export interface EntryFocus {
  readonly place: RefObject<HTMLDivElement | null>;
  /** `control`: `up`, `down`, or `text` for where it is written; a control that is off gives way to the text. */
  readonly focusEntry: (entry: string, control: string) => void;
}

/**
 * Gives the focus to the first field at the beginning, and to a part of an entry after it has been drawn where it stands
 * now: it never falls off the page.
 */
export function useFocusEntry(): EntryFocus {
  const place = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<{ readonly entry: string; readonly control: string }>();
  useEffect(() => focusFirstField(place.current), []);
  useEffect(() => {
    if (!wanted) return;
    const { entry, control } = wanted;
    const part = place.current?.querySelector(
      `[data-entry="${CSS.escape(entry)}"], [data-field="${CSS.escape(entry)}"]`,
    );
    const button = part?.querySelector<HTMLElement>(`[data-control="${CSS.escape(control)}"]:not([data-disabled])`);
    const text = part?.querySelector<HTMLElement>('input, textarea, button');
    (button ?? text)?.focus();
  }, [wanted]);
  return { place, focusEntry: (entry, control) => setWanted({ entry, control }) };
}
