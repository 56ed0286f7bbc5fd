import { useEffect } from 'react';
import { useClient } from './hooks.ts';

/** Tells main which interaction this window shows; null for none. Whether the window has the focus, main knows itself. */
export function useShownInteraction(interactionId: string | null): void {
  const client = useClient();
  useEffect(() => {
    if (interactionId === null) return;
    client.shows(interactionId);
    return () => client.shows(null);
  }, [client, interactionId]);
}
