import { type RefObject, useEffect } from 'react';

type Action = 'accept' | 'reject';

function actionOf(event: KeyboardEvent): Action | undefined {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return undefined;
  // Enter on a button is that button's own.
  if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) return 'accept';
  return event.key === 'Escape' ? 'reject' : undefined;
}

/**
 * Enter accepts, Escape rejects: the offer in which the focus is, else the one on top. The page never takes the focus
 * for it; the window gets keys only when the agent has gone there.
 */
export function useToastKeys(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action) return;
      const offer = document.activeElement?.closest('[data-offer]') ?? page.current?.querySelector('[data-offer]');
      const button = offer?.querySelector<HTMLButtonElement>(`[data-offer-action="${action}"]`);
      if (!button || button.disabled) return;
      event.preventDefault();
      button.click();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [page]);
}
