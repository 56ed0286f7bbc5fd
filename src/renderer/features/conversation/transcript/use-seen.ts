import { useEffect } from 'react';
import { useClient } from '../../../state/hooks.ts';
import { useWindowFocus } from '../../../state/use-window-focus.ts';

/** Tells main while the agent really sees the end of this interaction: in front, window focused, at the end. */
export function useSeen(interactionId: string, atEnd: boolean): void {
  const client = useClient();
  const focused = useWindowFocus();
  const seen = atEnd && focused;
  useEffect(() => {
    if (!seen) return;
    void client.request('interaction.seen', { interactionId });
    return () => void client.request('interaction.seen', { interactionId: null });
  }, [client, interactionId, seen]);
}
