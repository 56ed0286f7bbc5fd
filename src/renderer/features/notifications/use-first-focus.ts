import { type RefObject, useEffect, useRef } from 'react';

/** Leads to the first field of a template that was chosen; to the search while none is. */
export function useFirstFocus(key: string | undefined): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const where = key === undefined ? '[data-part="choose"] input' : '[data-path] :is(textarea, input, button)';
    place.current?.querySelector<HTMLElement>(where)?.focus();
  }, [key]);
  return place;
}
