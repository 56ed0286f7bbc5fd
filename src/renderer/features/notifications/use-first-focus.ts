import { type RefObject, useEffect, useRef } from 'react';
import { focusFirstField } from '../../components/focus-field.ts';

/** Leads to the first field of a template that was chosen; to the search while none is, or another one is looked for. */
export function useFirstFocus(key: string | undefined, choosing: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (choosing || key === undefined) {
      place.current?.querySelector<HTMLElement>('[data-part="choose"] input')?.focus();
    } else focusFirstField(place.current);
  }, [key, choosing]);
  return place;
}
