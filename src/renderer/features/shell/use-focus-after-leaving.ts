import { useEffect, useRef } from 'react';
import { isFocusLost } from '../../components/focus-lost.ts';

/** Leads the focus to the list when the interaction in front has gone, with what had the focus in it. */
export function useFocusAfterLeaving(selected: string | null): void {
  const before = useRef(selected);
  useEffect(() => {
    const hasGone = before.current !== null && selected === null;
    before.current = selected;
    if (!hasGone) return;
    // A dialog that goes with it tries first to give the focus back to where it was.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => isFocusLost() && focusList());
    });
    return () => cancelAnimationFrame(frame);
  }, [selected]);
}

/** The first entry, or where the page says that there is none. */
function focusList(): void {
  const entry = document.querySelector<HTMLElement>('[data-list="interactions"] [role="option"]');
  (entry ?? document.querySelector('main'))?.focus();
}
