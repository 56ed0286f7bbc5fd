import { useEffect, useState } from 'react';
import { useClient } from '../../../state/hooks.ts';

function useWindowFocus(): boolean {
  const [focused, setFocused] = useState(() => document.hasFocus());
  useEffect(() => {
    const update = () => setFocused(document.hasFocus());
    update();
    for (const event of ['focus', 'blur']) window.addEventListener(event, update);
    return () => {
      for (const event of ['focus', 'blur']) window.removeEventListener(event, update);
    };
  }, []);
  return focused;
}

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
