import { type MouseEvent, useCallback } from 'react';
import { useClient } from '../../../state/hooks.ts';

/** Links in messages are opened by main, which alone decides what may be opened (SEC-1); the page goes nowhere. */
export function useLinks(): (event: MouseEvent) => void {
  const client = useClient();
  return useCallback(
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link) return;
      event.preventDefault();
      if (event.button <= 1) void client.ask('link.open', { url: link.getAttribute('href') ?? '' });
    },
    [client],
  );
}
