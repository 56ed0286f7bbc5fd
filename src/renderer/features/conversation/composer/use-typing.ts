import { useCallback, useRef } from 'react';
import { useClient } from '../../../state/hooks.ts';

/** Main tells the provider far more seldom; this only keeps keys from becoming requests, ms. */
const PAUSE = 3_000;

/** Says that the agent is writing (WA-8); what comes of it is main's to decide. */
export function useTyping(interactionId: string): (text: string) => void {
  const client = useClient();
  const last = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(
    (text) => {
      const now = performance.now();
      if (text.trim() === '' || now - last.current < PAUSE) return;
      last.current = now;
      void client.request('composer.typing', { interactionId });
    },
    [client, interactionId],
  );
}
