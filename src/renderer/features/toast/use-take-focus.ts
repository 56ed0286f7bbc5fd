import { type RefObject, useEffect } from 'react';
import { useOption } from '../../state/hooks.ts';

/**
 * Where `accessibility.focus-on-interaction-toast` says so, main gives the preview the keyboard; the first offer's Accept
 * takes it then, so that a screen reader says what it is about and Enter does what it says.
 */
export function useTakeFocus(page: RefObject<HTMLElement | null>): void {
  const wanted = useOption('accessibility.focus-on-interaction-toast', 'false').toLowerCase() === 'true';
  useEffect(() => {
    if (!wanted) return;
    const onFocus = () => {
      if (page.current?.contains(document.activeElement)) return;
      page.current?.querySelector<HTMLButtonElement>('[data-offer-action="accept"]')?.focus();
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [wanted, page]);
}
